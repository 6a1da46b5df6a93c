# And of a terminal that closes.
guideline a.yaml; echo oud > uit.json; mkfifo in
(sleep 4 > in) & leidraad check - --report json=uit.json < in > /dev/null & p=$!; sleep 1; kill -HUP $p; wait $p; echo "code $?"; cat uit.json; ls -A | grep -c "^[.]uit"
