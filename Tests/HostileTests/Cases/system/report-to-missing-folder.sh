# Nor is a folder made up.
guideline a.yaml
check a.yaml --report json=weg/uit.json
ls -A
