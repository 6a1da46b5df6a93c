# A folder is not written over.
guideline a.yaml; mkdir uit
check a.yaml --report json=uit
ls -A uit
