# A name cannot forge a line, a cell or a command in any report.
guideline a.yml; mv a.yml "$(printf 'a%%0Ab%%25.yaml' )"
all_forms .
