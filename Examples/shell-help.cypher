:help
