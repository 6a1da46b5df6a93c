# A report without a path.
guideline a.yaml
check a.yaml --report json=
check a.yaml --report =uit
check a.yaml --report json
ls -A
