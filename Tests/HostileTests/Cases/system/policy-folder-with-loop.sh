# A policy folder with a loop of links.
guideline a.yaml
mkdir p; cp "$REPOSITORY/Tests/LeidraadTests/Policies/club.yaml" p/policy.yaml; ln -s . p/lus; ln -s .. p/op
check a.yaml --policy p | head -5
