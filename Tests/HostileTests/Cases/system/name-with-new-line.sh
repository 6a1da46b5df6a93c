# A name cannot forge a line, a cell or a command in any report.
guideline a.yml; mv a.yml "$(printf 'a\n::error::VERVALST.yaml' )"
all_forms .
