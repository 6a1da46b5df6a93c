# Whatever the moment of a kill, what stands there is the old file or the new one.
guideline a.yaml; cp a.yaml b.yaml; cp a.yaml c.yaml
for t in 0.01 0.03 0.05 0.08 0.1 0.12 0.15 0.2 0.25 0.3 0.4 0.5; do
  echo oud > uit.json
  leidraad check a.yaml b.yaml c.yaml --report json=uit.json -q > /dev/null & p=$!
  sleep $t; kill -KILL $p 2> /dev/null; wait $p 2> /dev/null
  grep -qx oud uit.json || python3 -c "import json; json.load(open('uit.json'))" || echo "half na $t"
done
