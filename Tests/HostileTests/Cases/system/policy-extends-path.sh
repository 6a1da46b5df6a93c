# What a policy extends is a name, never a path.
guideline a.yaml
for e in ../../etc/passwd@1 /etc/passwd@1 file:///etc/passwd@1 https://example.org/x@1 .@1 ..@1; do printf "leidraad: policy/v1\nid: op\nversion: 1.0.0\nextends: \"$e\"\n" > op.yaml; check a.yaml --policy op.yaml; done
