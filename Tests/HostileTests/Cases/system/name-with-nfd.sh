# A name cannot forge a line, a cell or a command in any report.
guideline a.yml; mv a.yml "$(printf 'cafe\314\201.yaml' )"
all_forms .
