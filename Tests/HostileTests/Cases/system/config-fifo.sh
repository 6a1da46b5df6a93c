# A pipe in place of it.
guideline a.yaml
mkfifo .leidraad.yaml; check a.yaml
