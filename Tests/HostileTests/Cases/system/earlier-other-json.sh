# An earlier report that is none is a fault.
guideline a.yaml
printf '{"a": 1}' > r.json
check a.yaml --no-regression r.json
