# An earlier report that is none is a fault.
guideline a.yaml
printf '{"guidelines": [' > r.json
check a.yaml --no-regression r.json
