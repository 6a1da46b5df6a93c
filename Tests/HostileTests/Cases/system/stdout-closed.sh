# Where standard output is closed, nobody is told that all is well.
guideline a.yaml
leidraad check a.yaml >&-; echo "code $?"
leidraad check a.yaml --report json=uit.json >&-; echo "code $?"; ls
