# All three closed: no report ends up in the wrong file.
guideline a.yaml; cp a.yaml b.yaml
leidraad check a.yaml --report json=uit.json <&- >&- 2>&-; echo "code $?"; ls; cmp a.yaml b.yaml
