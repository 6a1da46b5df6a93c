# An endless standard input is refused at the limit.
check - < /dev/zero
yes "a: b" | check -
