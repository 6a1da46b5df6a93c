# A policy that is no file.
guideline a.yaml
check a.yaml --policy /dev/zero
mkfifo p.yaml; check a.yaml --policy p.yaml
