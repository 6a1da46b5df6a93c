# A configuration that is broken is a fault, never passed over.
guideline a.yaml
printf "leidraad: config/v1\npolicy: weg.yaml\n" > .leidraad.yaml
check a.yaml
