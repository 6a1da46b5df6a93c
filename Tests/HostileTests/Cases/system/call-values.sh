# Values that no option takes.
guideline a.yaml
for o in "--as-of 9999-99-99" "--as-of 0000-00-00" "--as-of 2026-02-30" "--min-score 1e400" "--min-score -1" "--min-score 101" "--min-score nan" "--require niets" "--lang klingon1" "--format xml2" "--color groen" "--assurance zeker" "--basis half" "--show iets" "--report xml2=a"; do leidraad check a.yaml $o > uit 2> err; echo "$o: $?; $(head -c 60 err | head -1)"; done
