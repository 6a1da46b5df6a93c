# An earlier report that is none is a fault.
guideline a.yaml
printf 'a: b' > r.json
check a.yaml --no-regression r.json
