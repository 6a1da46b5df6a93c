# Ten thousand paths that are not there: each told.
leidraad check $(python3 -c "print(' '.join(f'w{i}' for i in range(10000)))") --format jsonl -q > uit; echo "code $?"; grep -c unreadable-file uit
