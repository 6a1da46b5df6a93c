# A file is no folder.
guideline a.yaml
check a.yaml --report json=a.yaml/uit.json
ls -A
