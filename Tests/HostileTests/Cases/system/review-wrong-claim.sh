# A claim that is none.
guideline a.yaml
cat > r.yaml <<'END'
leidraad: review/v1
policy: online-work@1
guideline: a.yaml
reviewer: {organisation: Gemeente, role: adviseur}
date: 2026-10-01
verdicts:
  - {control: B2.14, verdict: confirmed, claim: "zz"}
  - {control: B2.16, verdict: confirmed, claim: 12}
END
check a.yaml --review r.yaml --assurance verified
