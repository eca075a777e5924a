"""The API described for machines: an OpenAPI document, made from its operations."""
