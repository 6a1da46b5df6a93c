# Words for the scripts of this folder.
exec 2>&1

# check ARGUMENT…: what is wrong with which file, and the code.
check() {
  leidraad check -q --show met "$@" > .uit 2> .err
  code=$?
  # The folder has another name every time.
  { python3 "$REPOSITORY/Tests/HostileTests/in-short.py" .uit < /dev/null; cat .err; } | sed "s#$PWD#FOLDER#g"
  echo "code $code"
  rm -f .uit .err
}

# policy ARGUMENT…: the first lines, and the code.
policy() {
  leidraad policy "$@" > .uit 2> .err
  code=$?
  cat .uit .err | head -6
  echo "code $code"
  rm -f .uit .err
}

# all_forms ARGUMENT…: every form of report, read back.
all_forms() {
  mkdir .rapport
  reports=
  for form in text json jsonl sarif junit github gitlab azure html markdown csv oscal; do reports="$reports --report $form=.rapport/$form"; done
  leidraad check -q --format jsonl --basis literal $reports "$@" > .uit
  echo "code $?"
  python3 "$REPOSITORY/Tests/HostileTests/read-back.py" .rapport *.yaml
  rm -rf .rapport .uit
}

# guideline FILE: a small one that is in good order.
guideline() {
  case $1 in */*) mkdir -p "${1%/*}" ;; esac
  cat > "$1" << 'END'
leidraad: guideline/v1
policy: online-work@1
organisation: {name: Club, kind: sports-org}
accounts: {policy: organisation-only}
END
}

# review GUIDELINE DATE: a review of it, in r.yaml, with the verdicts that standard input gives.
review() {
  cat > r.yaml << END
leidraad: review/v1
policy: online-work@1
guideline: $1
reviewer: {organisation: Gemeente, role: adviseur}
date: $2
verdicts:
END
  cat >> r.yaml
}
