"""One module a format. Each registers its readers with ``reads``; the modules here are found by themselves."""
