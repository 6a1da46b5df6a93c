# A configuration that is broken is a fault, never passed over.
guideline a.yaml
printf "leidraad: config/v1\nlang: nl\nlang: en\n" > .leidraad.yaml
check a.yaml
