# Two verdicts on one control: neither counts.
guideline a.yaml
review a.yaml 2026-10-01 <<'END'
  - {control: B2.14, verdict: confirmed, claim: "0000000000000000000000000000000000000000000000000000000000000000"}
  - {control: B2.14, verdict: refuted, claim: "0000000000000000000000000000000000000000000000000000000000000000", reason: a}
END
check a.yaml --review r.yaml --assurance verified
