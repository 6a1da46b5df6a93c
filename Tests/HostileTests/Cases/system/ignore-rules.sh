# Rules that a naive matcher takes for ever on.
guideline map/a.yaml; python3 -c "print('*a' * 5000 + 'b'); print('**/' * 30 + 'b'); print('/**' * 20 + '/x')" > map/.gitignore; mkdir -p map/$(python3 -c "print('/'.join('abcdefghijklmnopqrst'))"); guideline map/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/b.yaml; check map
