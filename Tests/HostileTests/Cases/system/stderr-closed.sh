# Without standard errors the report and the code are the same.
guideline a.yaml
leidraad check a.yaml -q > uit 2>&-; echo "code $?"; head -1 uit
