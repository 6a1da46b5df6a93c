# A name cannot forge a line, a cell or a command in any report.
guideline a.yml; mv a.yml "$(printf 'a\342\200\256lmay.b.yaml' )"
all_forms .
