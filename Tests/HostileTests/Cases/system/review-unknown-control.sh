# A verdict on a control that is not there.
guideline a.yaml
cat > r.yaml <<'END'
leidraad: review/v1
policy: online-work@1
guideline: a.yaml
reviewer: {organisation: Gemeente, role: adviseur}
date: 2026-10-01
verdicts:
  - {control: Z9.99, verdict: confirmed, claim: "0000000000000000000000000000000000000000000000000000000000000000"}
END
check a.yaml --review r.yaml --assurance verified
