# A named pipe stays one.
guideline a.yaml; mkfifo pijp; cat pijp > uit & leidraad check a.yaml --report jsonl=pijp -q > /dev/null; echo "code $?"; wait; grep -c report/v1 uit; test -p pijp && echo pijp
