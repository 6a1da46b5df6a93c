# Nobody reads any more: ended, without a word, and never with code 0.
guideline a.yaml
{ leidraad check a.yaml a.yaml --show all; echo "code $?" >&2; } | true
