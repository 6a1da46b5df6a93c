# A named pipe is not waited for.
mkfifo pijp.yaml
check pijp.yaml
guideline map/a.yaml; mkfifo map/b.yaml
check map
