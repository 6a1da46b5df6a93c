# Two links that lead to each other.
ln -s b.yaml a.yaml; ln -s a.yaml b.yaml
check .
