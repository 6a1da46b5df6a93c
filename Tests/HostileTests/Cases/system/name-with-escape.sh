# A name cannot forge a line, a cell or a command in any report.
guideline a.yml; mv a.yml "$(printf 'a\033[2J\033]0;x\007.yaml' )"
all_forms .
