# Where a repository stands above, its files count.
mkdir -p .git partner; cd partner
guideline a.yaml
cat >> a.yaml <<END
evidence:
  - {id: bewijs, title: Bewijs, file: ../bewijs.md, date: 2026-05-10, supports: {accounts.policy: {at: "1", quote: heel bijzondere woorden}}}
END
echo heel bijzondere woorden > ../bewijs.md
check a.yaml
