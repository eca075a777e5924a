class BackupError(Exception):
    """Why nothing was done, in a sentence for whoever gave the command."""
