# A folder whose name ends in .yaml is searched.
guideline map.yaml/a.yaml
check map.yaml
check .
