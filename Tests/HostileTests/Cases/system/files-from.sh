# Lists of files that are odd.
guideline a.yaml
printf 'a.yaml\r\nweg.yaml\n\n-\n/dev/zero\n' > lijst; check --files-from lijst < /dev/null
check --files-from weg; check --files-from .; check --files-from /dev/zero; printf 'a\0b\n' > nul; check --files-from nul
