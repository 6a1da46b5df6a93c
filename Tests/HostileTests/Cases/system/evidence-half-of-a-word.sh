# A quote over bytes that are no UTF-8.
guideline a.yaml
cat >> a.yaml <<END
evidence:
  - {id: bewijs, title: Bewijs, file: l.md, date: 2026-05-10, supports: {accounts.policy: {at: "1", quote: heel bijzondere woorden}}}
END
printf 'heel bijzondere\351 woorden' > l.md
check a.yaml
