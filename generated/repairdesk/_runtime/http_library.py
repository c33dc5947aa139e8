"""The HTTP library, found to be new enough when this module is imported: before anything that an old one lacks."""

from .libraries import HTTP_LIBRARY as HTTP_LIBRARY
from .libraries import require

require(HTTP_LIBRARY)
