# What lies too deep for the system is told, not passed over.
python3 -c "
import os
for _ in range(30):
  os.mkdir('m' * 200); os.chdir('m' * 200)
open('a.yaml', 'w').write('leidraad: guideline/v1')"
guideline z.yaml
check . | sed "s#^[m/]*m:#m:#"
python3 -c "import shutil; shutil.rmtree('m' * 200)"
