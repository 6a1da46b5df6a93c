# A link to nothing is told.
ln -s weg.yaml a.yaml
check a.yaml
check .
