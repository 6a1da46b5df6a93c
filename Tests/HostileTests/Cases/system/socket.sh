# A socket is no file.
python3 -c "import socket; socket.socket(socket.AF_UNIX).bind('s.yaml')"
check s.yaml
check .
