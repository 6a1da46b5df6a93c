# A deep folder is searched.
p=$(python3 -c "print('/'.join(['d'] * 200))"); mkdir -p $p; guideline $p/a.yaml
check . | sed "s#\(d/\)*##"
