# Without standard input, “-” is a fault.
check - <&-
