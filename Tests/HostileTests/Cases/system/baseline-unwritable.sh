# A baseline that cannot be written.
guideline a.yaml
leidraad baseline update a.yaml --baseline weg/b.yaml; echo "code $?"; mkdir b; leidraad baseline update a.yaml --baseline b; echo "code $?"; leidraad baseline update a.yaml --baseline /dev/zero; echo "code $?"; test -c /dev/zero && ls -A
