# The same, named.
guideline a.yaml; cp a.yaml "$(printf 'caf\351.yaml')"
check "$(printf 'caf\351.yaml')"
