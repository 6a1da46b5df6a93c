# An empty standard input is no guideline.
check - < /dev/null
