# A name cannot forge a line, a cell or a command in any report.
guideline a.yml; mv a.yml "$(printf '\360\237\230\200.yaml' )"
all_forms .
