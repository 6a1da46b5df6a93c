# Arguments that are no UTF-8 or that steer.
guideline a.yaml
leidraad check "$(printf '\377')" -q | head -3; echo
leidraad explain "$(printf 'a\033[2Jb\n::error::x')"; echo "code $?"
leidraad "$(printf '\n::error::x')"; echo "code $?"
