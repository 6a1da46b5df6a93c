# Standard input that is a folder.
mkdir map; check - < map
