# An environment that is odd.
guideline a.yaml
for e in SOURCE_DATE_EPOCH=99999999999999999999 SOURCE_DATE_EPOCH=-99999999999 SOURCE_DATE_EPOCH=a SOURCE_DATE_EPOCH=9223372036854775807 LEIDRAAD_LANG=../x LANG=%s%n TZ=../../etc/passwd COLUMNS=-1 LC_ALL=xx_XX; do env "$e" leidraad check a.yaml -q > uit 2> err; echo "$e: $? $(head -1 err | cut -c1-80)"; done
