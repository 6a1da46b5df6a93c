# A .gitignore that cannot be read is told: it would change what is checked.
guideline map/a.yaml; mkdir map/.gitignore; check map
