# A name cannot forge a line, a cell or a command in any report.
guideline a.yml; mv a.yml "$(printf 'caf\303\251.yaml' )"
all_forms .
