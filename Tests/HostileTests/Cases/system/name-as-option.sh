# A name that looks like an option.
guideline ./--help.yaml; guideline ./-q.yaml
check .
check ./--help.yaml
check -- --help.yaml
