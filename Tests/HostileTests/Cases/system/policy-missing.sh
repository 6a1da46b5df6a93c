# A policy that is not there; the nearest is named.
guideline a.yaml
check a.yaml --policy online-wrok
check a.yaml --policy weg/
check a.yaml --policy ""
