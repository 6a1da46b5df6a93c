# Nor one to a device.
guideline a.yaml
cat >> a.yaml <<END
evidence:
  - {id: bewijs, title: Bewijs, file: nul.md, date: 2026-05-10, supports: {accounts.policy: {at: "1", quote: heel bijzondere woorden}}}
END
ln -s /dev/zero nul.md
check a.yaml
