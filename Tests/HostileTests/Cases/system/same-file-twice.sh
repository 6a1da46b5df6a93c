# One file under three names is checked once.
guideline a.yaml; ln a.yaml b.yaml; ln -s a.yaml c.yaml
check a.yaml ./a.yaml b.yaml c.yaml .
