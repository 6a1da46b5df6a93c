# Files that belong to nothing in a policy folder.
guideline a.yaml
cp -r "$REPOSITORY/policies/online-work" p; echo "{" > p/stuk.yaml; mkfifo p/pijp.yaml; check a.yaml --policy p
