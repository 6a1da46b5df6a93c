# A report to /dev/stdout goes there.
guideline a.yaml
leidraad check a.yaml --report jsonl=/dev/stdout --format csv -q | grep -c report/v1
