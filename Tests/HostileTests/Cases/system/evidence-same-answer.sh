# Outside the repository, what is there and what is not get the same answer: nothing can be found out.
echo geheim > ../is-er.md; mkdir ../map-er
for f in ../is-er.md ../is-er-niet.md ../map-er ../../../../../etc/passwd ../../../../../etc/niets /etc/passwd /etc/niets; do rm -f a.yaml; guideline a.yaml
cat >> a.yaml <<END
evidence:
  - {id: bewijs, title: Bewijs, file: $f, date: 2026-05-10, supports: {accounts.policy: {at: "1", quote: heel bijzondere woorden}}}
END
leidraad check a.yaml | grep -A1 evidence-unusable | grep -v evidence-unusable; done | sort | uniq -c | sed "s/^ *//"
rm -r ../is-er.md ../map-er
