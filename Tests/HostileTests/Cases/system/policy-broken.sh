# A policy that is no YAML.
guideline a.yaml
printf "leidraad: policy/v1\nid: [\n" > p.yaml; check a.yaml --policy p.yaml; policy lint p.yaml; policy show p.yaml; policy test p.yaml
