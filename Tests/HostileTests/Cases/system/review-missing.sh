# A review that is not there is a fault.
guideline a.yaml
check a.yaml --review weg.yaml
check a.yaml --review /dev/zero
check a.yaml --review .
