# A review from the future.
guideline a.yaml
review a.yaml 9999-12-31 <<'END'
  - {control: B2.14, verdict: confirmed, claim: "0000000000000000000000000000000000000000000000000000000000000000"}
END
check a.yaml --review r.yaml --assurance verified
