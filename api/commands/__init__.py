"""The commands of `guiderail`. What a command needs is imported when it runs, so that `--help` answers at once."""
