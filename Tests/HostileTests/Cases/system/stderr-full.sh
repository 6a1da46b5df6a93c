# The same with one that is full.
guideline a.yaml
leidraad check weg.yaml > uit 2> /dev/full; echo "code $?"; head -1 uit
