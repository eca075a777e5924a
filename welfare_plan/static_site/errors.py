class StaticSiteError(Exception):
    """Why nothing was written, in a sentence for whoever gave the command."""
