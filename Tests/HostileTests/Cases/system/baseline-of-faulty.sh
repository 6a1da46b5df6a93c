# Nothing is accepted of a guideline that is faulty.
guideline a.yaml
echo "acounts: {}" >> a.yaml; leidraad baseline update a.yaml; echo "code $?"; ls -A
