# Without a free file number the file is told to be unreadable.
guideline a.yaml
cat > weinig.py <<END
import os, resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (4, 4))
os.execvp("leidraad", ["leidraad"] + sys.argv[1:])
END
python3 weinig.py check a.yaml -q > uit 2> err; echo "code $?"; cat err
python3 weinig.py check a.yaml -q --report json=uit.json > uit 2> err; echo "code $?"; head -2 uit; cat err
