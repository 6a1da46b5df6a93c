# A folder in place of the configuration.
guideline a.yaml
mkdir .leidraad.yaml; check a.yaml
