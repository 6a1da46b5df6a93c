# An earlier report that is none is a fault.
guideline a.yaml
printf '{"guidelines": [{"file": "a.yaml", "result": {"organisation": {"name": "Club"}, "scores": {"declared": {"exact": "1/0"}}}}]}' > r.json
check a.yaml --no-regression r.json
