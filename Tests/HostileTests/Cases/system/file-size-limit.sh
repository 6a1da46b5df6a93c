# A report that outgrows what is allowed: a fault, no half file, not even a hidden one.
guideline a.yaml; echo oud > uit.json
(ulimit -f 20; leidraad check a.yaml --report json=uit.json -q > /dev/null 2> err; echo "code $?"; cat err); cat uit.json; ls -A
