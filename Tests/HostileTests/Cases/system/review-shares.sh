# Shares that no number holds.
guideline a.yaml
cat > r.yaml <<'END'
leidraad: review/v1
policy: online-work@1
guideline: a.yaml
reviewer: {organisation: Gemeente, role: adviseur}
date: 2026-10-01
verdicts:
  - {control: B2.01, verdict: adjusted, share: 1/0, claim: "0000000000000000000000000000000000000000000000000000000000000000", reason: a}
  - {control: B2.02, verdict: adjusted, share: 5/1, claim: "0000000000000000000000000000000000000000000000000000000000000000", reason: a}
  - {control: B2.03, verdict: adjusted, share: -1/2, claim: "0000000000000000000000000000000000000000000000000000000000000000", reason: a}
  - {control: B2.04, verdict: adjusted, share: 1e400, claim: "0000000000000000000000000000000000000000000000000000000000000000", reason: a}
  - {control: B2.05, verdict: adjusted, share: nan, claim: "0000000000000000000000000000000000000000000000000000000000000000", reason: a}
  - {control: B2.06, verdict: adjusted, share: 99999999999999999999/1, claim: "0000000000000000000000000000000000000000000000000000000000000000", reason: a}
  - {control: B2.07, verdict: adjusted, share: 1/3, claim: "0000000000000000000000000000000000000000000000000000000000000000", reason: a}
  - {control: B2.08, verdict: adjusted, share: 0.5, claim: "0000000000000000000000000000000000000000000000000000000000000000", reason: a}
END
check a.yaml --review r.yaml --assurance verified
