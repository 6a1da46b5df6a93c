# Something else in place of a review.
guideline a.yaml
cat > r.yaml <<'END'
leidraad: guideline/v1
END
check a.yaml --review r.yaml --assurance verified
