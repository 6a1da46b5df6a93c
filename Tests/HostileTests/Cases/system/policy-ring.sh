# Two policies that extend each other.
guideline a.yaml
for p in een:twee twee:een; do printf "leidraad: policy/v1\nid: ${p%:*}\nversion: 1.0.0\nextends: ${p#*:}@1\n" > ${p%:*}.yaml; done; check a.yaml --policy een.yaml
