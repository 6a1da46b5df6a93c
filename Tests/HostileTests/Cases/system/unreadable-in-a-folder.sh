# One file that cannot be read: told, the rest is checked.
guideline map/a.yaml; ln -s /proc/self/mem map/b.yaml; guideline map/c.yaml
check map
check map/a.yaml /proc/self/mem map/c.yaml
