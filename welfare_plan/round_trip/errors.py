class RoundTripError(Exception):
    """Why a site cannot be exported or imported, and what to do, for the operator."""
