"""One module a format. Each registers its readers with ``reads``; all modules in this folder are found by themselves."""
