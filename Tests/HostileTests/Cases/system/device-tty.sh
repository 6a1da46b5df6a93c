# A terminal is not waited for.
check /dev/tty /dev/null /dev/random
