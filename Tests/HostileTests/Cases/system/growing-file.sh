# A file that grows while it is read is refused or read, never waited for.
guideline a.yaml
(i=0; while [ $i -lt 200 ]; do echo '# regel' >> a.yaml; i=$((i + 1)); done) & churn=$!
for n in 1 2 3 4; do leidraad check a.yaml -q > uit; code=$?; case $code in 1|2) ;; *) echo "code $code" ;; esac; done; wait $churn
