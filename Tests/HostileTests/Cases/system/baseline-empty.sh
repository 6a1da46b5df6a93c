# A baseline that is broken is a fault; nothing is taken for known.
guideline a.yaml
printf "\n" > b.yaml; cp b.yaml voor.yaml
check a.yaml --baseline b.yaml | cut -c1-150
leidraad baseline update a.yaml --baseline b.yaml > /dev/null 2>&1; echo "code $?"; cmp b.yaml voor.yaml && ls -A
