# The same of every command that prints.
guideline a.yaml
for c in "explain B2.14" "schema policy" "policy show" "policy lint" "review a.yaml" "--help" "--version" "policy diff online-work online-work"; do leidraad $c > /dev/full 2> err; echo "$c: $?"; done
