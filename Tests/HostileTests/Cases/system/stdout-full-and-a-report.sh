# Standard output fails: the report that is whole stays away, too, for the run has failed.
guideline a.yaml
leidraad check a.yaml --report json=uit.json > /dev/full 2> err; echo "code $?"; cat err; ls
