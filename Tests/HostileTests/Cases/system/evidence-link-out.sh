# A link out of the repository is not followed.
guideline a.yaml
cat >> a.yaml <<END
evidence:
  - {id: bewijs, title: Bewijs, file: link.md, date: 2026-05-10, supports: {accounts.policy: {at: "1", quote: heel bijzondere woorden}}}
END
echo heel bijzondere woorden > ../geheim.md; ln -s ../geheim.md link.md
check a.yaml
rm ../geheim.md
