# Two reports to one file: the last stands, whole.
guideline a.yaml
leidraad check a.yaml --report json=uit --report csv=uit -q > /dev/null; echo "code $?"; head -c 10 uit; echo; ls -A
