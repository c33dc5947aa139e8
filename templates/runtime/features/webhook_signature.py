"""Webhooks whose sender signs them: an HMAC (RFC 2104) of their bytes, and perhaps of the time."""

from __future__ import annotations

import hmac
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import time
from typing import Literal

from ..errors import ConfigurationError
from ..request import TOKEN
from .webhooks import MissingTokenError, WebhookError, WrongTokenError

_SECONDS = re.compile("[0-9]{1,12}")
_PLACE = re.compile(rf"\{{({TOKEN})\}}")
"""What stands in braces for the body, the time or a header field."""


class StaleRequestError(WebhookError):
    """The request was signed too long ago, or in the future: somebody may be sending it again. Answer it with 401."""


@dataclass(frozen=True, slots=True)
class SignatureCheck:
    """Computes what the header has to hold, and compares it in constant time.

    Where the header holds several signatures, separated by spaces, or by commas if the prefix has none, one has to be
    right: senders that change their secret sign with both.
    """

    header: str
    """The header field with the signature."""
    algorithm: Literal["sha1", "sha256", "sha384", "sha512"] = "sha256"
    encoding: Literal["hex", "base64"] = "hex"
    prefix: str = ""
    """What stands before the signature: `sha256=`."""
    signed: str = "{body}"
    """What is signed: the text with the bytes of the body, the time as it was sent, and header fields that it names, in
    their places."""
    timestamp_header: str = ""
    """The header field with the time of signing, in seconds since 1970."""
    timestamp_prefix: str = ""
    """What stands before the time, where it is in the header of the signature: `t=`."""
    timestamp_tolerance: float | None = None
    """How many seconds that may be from now; None: any."""
    key_encoding: Literal["text", "hex", "base64"] = "text"
    """How the bytes of the key are written in the secret."""
    key_prefix: str = ""
    """What stands before the key in the secret: `whsec_`."""

    takes = str

    def check(self, fields: Mapping[str, str], content: bytes, secret: str) -> None:
        """Return where the signature is right.

        Raises:
            ConfigurationError: The secret is not of the kind that the sender gives out.
            MissingTokenError: There is no signature, no time, or no header field that is signed.
            WrongTokenError: The signature is another one.
            StaleRequestError: The time is too far from now.
        """
        between = r"\s+" if "," in self.prefix else r"[\s,]+"
        parts = re.split(between, fields.get(self.header.lower(), "").strip())
        timestamp = self._timestamp(fields, parts)
        expected = hmac.digest(self._key(secret), self._message(fields, content, timestamp), self.algorithm)
        given = [*self._signatures(parts)]
        if not given:
            raise MissingTokenError(f"the request has no signature in the header {self.header!r}")
        if not any(hmac.compare_digest(each, expected) for each in given):
            raise WrongTokenError(f"the signature in the header {self.header!r} is not that of the body and the secret")
        if self.timestamp_tolerance is not None and abs(time() - int(timestamp)) > self.timestamp_tolerance:
            raise StaleRequestError(f"the request was signed more than {self.timestamp_tolerance:g} seconds from now")

    def _key(self, secret: str) -> bytes:
        try:
            key = _decoded(secret.removeprefix(self.key_prefix), self.key_encoding)
        except ValueError:
            key = b""
        if not key:  # which every sender would know
            raise ConfigurationError(f"the secret has to be the sender's, as {self.key_encoding}")
        return key

    def _signatures(self, parts: list[str]) -> Iterator[bytes]:
        """Yield what the parts of the header hold; what is no signature at all is one of no bytes."""
        for part in parts:
            if part and part.startswith(self.prefix):
                try:
                    yield _decoded(part.removeprefix(self.prefix), self.encoding)
                except ValueError:
                    yield b""

    def _timestamp(self, fields: Mapping[str, str], parts: list[str]) -> str:
        """Return the time as it was sent; empty where none is declared."""
        if self.timestamp_header:
            found = fields.get(self.timestamp_header.lower(), "").strip()
            place = f"header {self.timestamp_header!r}"
        elif self.timestamp_prefix:
            marked = (part for part in parts if part.startswith(self.timestamp_prefix))
            found = next(marked, "").removeprefix(self.timestamp_prefix)
            place = f"{self.timestamp_prefix!r} in the header {self.header!r}"
        else:
            return ""
        if not _SECONDS.fullmatch(found):
            raise MissingTokenError(f"the request has no {place} that says when it was signed")
        return found

    def _message(self, fields: Mapping[str, str], content: bytes, timestamp: str) -> bytes:
        known = {"body": content, "timestamp": timestamp.encode()}
        first, *others = _PLACE.split(self.signed)
        message = [first.encode()]
        for name, after in zip(others[::2], others[1::2], strict=True):
            if name not in known and name.lower() not in fields:
                raise MissingTokenError(f"the request has no header {name!r}, which is signed")
            # Web frameworks may write bytes that are no UTF-8 as halves of surrogate pairs.
            value = known[name] if name in known else fields[name.lower()].encode("utf-8", "backslashreplace")
            message += [value, after.encode()]
        return b"".join(message)


def _decoded(text: str, encoding: str) -> bytes:
    """Return the bytes that a text stands for.

    Raises:
        ValueError: It stands for none.
    """
    match encoding:
        case "hex":
            return bytes.fromhex(text)
        case "base64":
            return b64decode(text, validate=True)
        case _:
            return text.encode()
