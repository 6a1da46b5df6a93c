# A verdict on a control that is not there.
guideline a.yaml
review a.yaml 2026-10-01 <<'END'
  - {control: Z9.99, verdict: confirmed, claim: "0000000000000000000000000000000000000000000000000000000000000000"}
END
check a.yaml --review r.yaml --assurance verified
