# A file that is called “-” is not standard input when it has a folder.
guideline ./-
check ./-
check - < /dev/null
