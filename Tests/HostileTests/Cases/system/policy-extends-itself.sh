# A policy that extends itself.
guideline a.yaml
printf "leidraad: policy/v1\nid: lus\nversion: 1.0.0\nextends: lus@1\n" > lus.yaml; check a.yaml --policy lus.yaml
