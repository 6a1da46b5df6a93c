# A configuration that is broken is a fault, never passed over.
guideline a.yaml
printf "policy: [\n" > .leidraad.yaml
check a.yaml
