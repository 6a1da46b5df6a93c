# Two verdicts on one control: neither counts.
guideline a.yaml
cat > r.yaml <<'END'
leidraad: review/v1
policy: online-work@1
guideline: a.yaml
reviewer: {organisation: Gemeente, role: adviseur}
date: 2026-10-01
verdicts:
  - {control: B2.14, verdict: confirmed, claim: "0000000000000000000000000000000000000000000000000000000000000000"}
  - {control: B2.14, verdict: refuted, claim: "0000000000000000000000000000000000000000000000000000000000000000", reason: a}
END
check a.yaml --review r.yaml --assurance verified
