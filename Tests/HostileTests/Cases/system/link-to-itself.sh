# A link to itself is told, not followed for ever.
ln -s lus.yaml lus.yaml
check lus.yaml
guideline a.yaml
check .
