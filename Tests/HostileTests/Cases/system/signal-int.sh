# Ctrl-C: code 130, no file left behind.
guideline a.yaml; echo oud > uit.json; mkfifo in
(sleep 4 > in) & leidraad check - --report json=uit.json < in > /dev/null & p=$!; sleep 1; kill -INT $p; wait $p; echo "code $?"; cat uit.json; ls -A | grep -c "^[.]uit"
