# A review that names a device.
guideline a.yaml
review /dev/zero 2026-10-01 <<'END'
  - {control: B2.14, verdict: confirmed, claim: "00"}
END
check a.yaml --review r.yaml --assurance verified
