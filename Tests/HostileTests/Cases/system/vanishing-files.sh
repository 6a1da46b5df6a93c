# Files that come and go while the folder is checked: an honest report or an honest fault, every time.
guideline map/blijft.yaml
(i=0; while [ $i -lt 300 ]; do guideline map/gaat.yaml; rm -f map/gaat.yaml; i=$((i + 1)); done) & churn=$!
for n in 1 2 3 4 5 6 7 8; do leidraad check map --format jsonl > uit 2> err; code=$?; case $code in 1|2) grep -q blijft uit || echo "blijft is niet gemeld" ;; *) echo "code $code" ;; esac; done
wait $churn; cat err
