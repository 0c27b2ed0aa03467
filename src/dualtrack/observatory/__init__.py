"""The use cases: the one face that the command line and the web call, and the public Python API."""
