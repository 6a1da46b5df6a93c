# Weights, shares and bounds that no number holds.
cp "$REPOSITORY/Tests/LeidraadTests/Policies/club.yaml" club.yaml
for n in 0 -1 1e400 nan 0x10 017 99999999999999999999 1/0 1/3 99999999999/100000000000; do sed "s#^completeness: .*#completeness: $n#" club.yaml > p.yaml; grep -q "^completeness" p.yaml || echo "completeness: $n" >> p.yaml; echo "completeness $n"; policy lint p.yaml | head -1; done
for n in 0 -1 1e400 1/0 99999999999999999999 1000000000; do sed "s#at-least: 2#at-least: $n#" club.yaml > p.yaml; echo "at-least $n"; policy lint p.yaml | head -2; done
for n in 0 -1 1e400 1/0 99999999999999999999; do sed "s#weight: .*#weight: {members: $n}#" club.yaml > p.yaml; echo "weight $n"; policy lint p.yaml | head -2; done
