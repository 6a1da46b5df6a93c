# A folder that holds a link to itself is searched once.
guideline map/a.yaml
ln -s . map/lus
ln -s .. map/op
ln -s ../../map map/ver
check map
