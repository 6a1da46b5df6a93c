# Markup that nests without end is walked once.
guideline a.yaml
cat >> a.yaml <<END
evidence:
  - {id: bewijs, title: Bewijs, file: d.html, date: 2026-05-10, supports: {accounts.policy: {at: "1", quote: heel bijzondere woorden}}}
END
python3 -c "print('<div>' * 200000 + 'heel bijzondere woorden' + '[' * 200000 + '(' * 200000 + '*' * 200000)" > d.html
check a.yaml
