# An earlier report that is none is a fault.
guideline a.yaml
printf '\377\376' > r.json
check a.yaml --no-regression r.json
