"""The HTTP library, found to be new enough when this module is imported: before anything that an old one lacks."""

from .libraries import require

HTTP_LIBRARY = "httpx>=0.26"
require(HTTP_LIBRARY)
