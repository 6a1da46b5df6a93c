# A name of 300 letters.
check $(python3 -c "print('a' * 300)").yaml | sed "s/a\{100,\}/A/g"
