# A review of another guideline counts for none.
guideline a.yaml
review b.yaml 2026-10-01 <<'END'
  - {control: B2.14, verdict: confirmed, claim: "00"}
END
check a.yaml --review r.yaml --assurance verified
