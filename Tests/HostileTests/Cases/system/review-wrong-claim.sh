# A claim that is none.
guideline a.yaml
review a.yaml 2026-10-01 <<'END'
  - {control: B2.14, verdict: confirmed, claim: "zz"}
  - {control: B2.16, verdict: confirmed, claim: 12}
END
check a.yaml --review r.yaml --assurance verified
