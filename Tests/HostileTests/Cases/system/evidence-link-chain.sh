# Nor a chain of them.
guideline a.yaml
cat >> a.yaml <<END
evidence:
  - {id: bewijs, title: Bewijs, file: een.md, date: 2026-05-10, supports: {accounts.policy: {at: "1", quote: heel bijzondere woorden}}}
END
ln -s twee.md een.md; ln -s drie.md twee.md; ln -s /etc/hostname drie.md
check a.yaml
