"""The runtime of this client: requests, retries, paging, errors. Copied as it is; needs nothing but httpx and pydantic.

Importing it loads neither of the two: `model` loads pydantic, and the first call loads httpx.
"""

from .client import AsyncClient, Client, RawResponse
from .configuration import Configuration, OnMismatch, setting
from .credentials import Basic, Bearer, CookieKey, Credential, HeaderKey, QueryKey
from .encoding import Shape
from .errors import (
    ApiError,
    CallError,
    ConfigurationError,
    ConnectError,
    Mismatch,
    MismatchError,
    MismatchWarning,
    PagingError,
    TimedOutError,
    TransportError,
)
from .links import Link
from .paging import AfterLast, AsyncPager, Cursor, NextLink, Offset, Page, PageNumber, Pager
from .request import Request
from .resource import AsyncResource, Resource
from .search import Search, SearchGrammar
from .unset import UNSET, Unset

__all__ = [
    "UNSET",
    "AfterLast",
    "ApiError",
    "AsyncClient",
    "AsyncPager",
    "AsyncResource",
    "Basic",
    "Bearer",
    "CallError",
    "Client",
    "Configuration",
    "ConfigurationError",
    "ConnectError",
    "CookieKey",
    "Credential",
    "Cursor",
    "HeaderKey",
    "Link",
    "Mismatch",
    "MismatchError",
    "MismatchWarning",
    "NextLink",
    "Offset",
    "OnMismatch",
    "Page",
    "PageNumber",
    "Pager",
    "PagingError",
    "QueryKey",
    "RawResponse",
    "Request",
    "Resource",
    "Search",
    "SearchGrammar",
    "Shape",
    "TimedOutError",
    "TransportError",
    "Unset",
    "setting",
]
