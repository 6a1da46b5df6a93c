# A guideline in place of a policy.
guideline a.yaml
check a.yaml --policy a.yaml
