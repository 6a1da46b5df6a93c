# A folder without a policy.
guideline a.yaml
mkdir leeg; check a.yaml --policy leeg
