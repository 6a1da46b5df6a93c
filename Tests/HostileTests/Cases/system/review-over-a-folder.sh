# A review cannot be written over a folder.
guideline a.yaml
mkdir r; leidraad review a.yaml -o r; echo "code $?"; leidraad review weg.yaml; echo "code $?"; leidraad review a.yaml -o weg/r.yaml; echo "code $?"; ls -A
