# A report over its own guideline is written when the guideline has been read.
guideline a.yaml
leidraad check a.yaml --report json=a.yaml -q > /dev/null; echo "code $?"; grep -c report/v1 a.yaml; ls -A
