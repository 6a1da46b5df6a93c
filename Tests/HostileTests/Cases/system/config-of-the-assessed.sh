# What stands beside a guideline does not choose how it is assessed.
mkdir partner; cd partner; guideline a.yaml; printf "leidraad: config/v1\nrequire: insufficient\nmin-score: 0\n" > .leidraad.yaml; cd ..
leidraad check partner/a.yaml -q | grep Gevraagd
