# The mark of a work tree is a file.
echo "gitdir: /etc" > .git; mkdir partner; cd partner
guideline a.yaml
cat >> a.yaml <<END
evidence:
  - {id: bewijs, title: Bewijs, file: ../bewijs.md, date: 2026-05-10, supports: {accounts.policy: {at: "1", quote: heel bijzondere woorden}}}
END
echo heel bijzondere woorden > ../bewijs.md
check a.yaml
