# A link out of the folder is told and not followed.
guideline ../buiten.yaml; mkdir map; ln -s ../../buiten.yaml map/a.yaml; ln -s ../.. map/op
check map
rm ../buiten.yaml
