# A name that is not UTF-8 is told, and so is a folder.
guideline a.yaml; cp a.yaml "$(printf 'caf\351.yaml')"; mkdir "$(printf 'm\351p')"; cp a.yaml "$(printf 'm\351p')/b.yaml"
check .
