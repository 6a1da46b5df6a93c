# Ten folders that link to each other: two to the tenth ways, one of them walked.
for i in 0 1 2 3 4 5 6 7 8 9; do mkdir -p m/$i; done; for i in 0 1 2 3 4 5 6 7 8 9; do for j in 0 1 2 3 4 5 6 7 8 9; do ln -s ../$j m/$i/$j; done; done
guideline m/3/a.yaml
check m
