# Evidence beyond 20 MiB is told.
guideline a.yaml
cat >> a.yaml <<END
evidence:
  - {id: bewijs, title: Bewijs, file: groot.md, date: 2026-05-10, supports: {accounts.policy: {at: "1", quote: heel bijzondere woorden}}}
END
head -c 22000000 /dev/zero > groot.md
check a.yaml
