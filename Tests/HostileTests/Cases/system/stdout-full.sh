# A full disk is a fault, in every form.
guideline a.yaml
for f in text json jsonl sarif junit github gitlab azure html markdown csv oscal; do leidraad check a.yaml --format $f > /dev/full 2> err; echo "$f $?"; done; cat err
