# Evidence at the limit is read within bounds.
guideline a.yaml
cat >> a.yaml <<END
evidence:
  - {id: bewijs, title: Bewijs, file: groot.md, date: 2026-05-10, supports: {accounts.policy: {at: "1", quote: heel bijzondere woorden}}}
END
yes "woorden en nog eens woorden" | head -c 20000000 > groot.md; echo heel bijzondere woorden >> groot.md
check a.yaml
