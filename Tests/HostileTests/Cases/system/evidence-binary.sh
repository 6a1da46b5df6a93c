# Evidence that is no text.
guideline a.yaml
cat >> a.yaml <<END
evidence:
  - {id: bewijs, title: Bewijs, file: b.bin, date: 2026-05-10, supports: {accounts.policy: {at: "1", quote: heel bijzondere woorden}}}
END
head -c 100000 /dev/urandom > b.bin
check a.yaml
