# A review that is no YAML.
guideline a.yaml
cat > r.yaml <<'END'
leidraad: review/v1
verdicts: [
END
check a.yaml --review r.yaml --assurance verified
