# A device stays a device.
guideline a.yaml
leidraad check a.yaml --report json=/dev/null -q > /dev/null; echo "code $?"; test -c /dev/null && echo apparaat
leidraad check a.yaml --report json=/dev/full -q > /dev/null; echo "code $?"; test -c /dev/full && echo apparaat; ls -A /dev | grep -c "^[.]full"
