# An endless device is not read.
check /dev/zero
ln -s /dev/zero nul.yaml
check nul.yaml
