# A folder that is gone before it is searched.
mkdir -p map/a; guideline map/b.yaml
(i=0; while [ $i -lt 200 ]; do mkdir -p map/x/y; rmdir map/x/y map/x; i=$((i + 1)); done) & churn=$!
for n in 1 2 3 4 5 6; do leidraad check map -q > uit 2> err; code=$?; case $code in 1|2) ;; *) echo "code $code"; cat err ;; esac; done; wait $churn
