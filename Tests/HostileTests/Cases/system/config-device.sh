# A configuration that is broken is a fault, never passed over.
guideline a.yaml
printf "leidraad: config/v1\npolicy: /dev/zero\n" > .leidraad.yaml
check a.yaml
