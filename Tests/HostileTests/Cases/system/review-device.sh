# A review that names a device.
guideline a.yaml
cat > r.yaml <<'END'
leidraad: review/v1
policy: online-work@1
guideline: /dev/zero
reviewer: {organisation: Gemeente, role: adviseur}
date: 2026-10-01
verdicts:
  - {control: B2.14, verdict: confirmed, claim: "00"}
END
check a.yaml --review r.yaml --assurance verified
