# A review from the future.
guideline a.yaml
cat > r.yaml <<'END'
leidraad: review/v1
policy: online-work@1
guideline: a.yaml
reviewer: {organisation: Gemeente, role: adviseur}
date: 9999-12-31
verdicts:
  - {control: B2.14, verdict: confirmed, claim: "0000000000000000000000000000000000000000000000000000000000000000"}
END
check a.yaml --review r.yaml --assurance verified
