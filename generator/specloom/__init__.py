"""Specloom turns OpenAPI descriptions into typed Python clients."""

__all__ = ["__version__"]

__version__ = "0.1.0"
