# An argument of a hundred thousand letters.
leidraad explain "$(head -c 100000 /dev/zero | tr "\\0" a)" 2> err; echo "code $?"; wc -l < err
