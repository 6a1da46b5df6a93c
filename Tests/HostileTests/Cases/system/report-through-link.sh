# Where a link stands, what it leads to is replaced and the link stays.
guideline a.yaml; mkdir echt; echo oud > echt/uit.json; ln -s echt/uit.json uit.json
leidraad check a.yaml --report json=uit.json -q > /dev/null; echo "code $?"; test -L uit.json && echo link; grep -c report/v1 echt/uit.json; ls -A echt
