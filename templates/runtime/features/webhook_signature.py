"""Webhooks whose sender signs them: an HMAC (RFC 2104) of their bytes, and perhaps of the time."""

from __future__ import annotations

import hmac
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import time
from typing import Literal

from .webhooks import MissingTokenError, WebhookError, WrongTokenError

_SECONDS = re.compile("[0-9]{1,12}")


class StaleRequestError(WebhookError):
    """The request was signed too long ago, or in the future: somebody may be sending it again. Answer it with 401."""


@dataclass(frozen=True, slots=True)
class SignatureCheck:
    """Computes what the header has to hold, and compares it in constant time.

    Where the header holds several signatures, separated by commas or spaces, one has to be right: senders that change
    their secret sign with both.
    """

    header: str
    """The header field with the signature."""
    algorithm: Literal["sha1", "sha256", "sha384", "sha512"] = "sha256"
    encoding: Literal["hex", "base64"] = "hex"
    prefix: str = ""
    """What stands before the signature: `sha256=`."""
    signed: str = "{body}"
    """What is signed: the text with the bytes of the body, and the time as it was sent, in their places."""
    timestamp_header: str = ""
    """The header field with the time of signing, in seconds since 1970."""
    timestamp_prefix: str = ""
    """What stands before the time, where it is in the header of the signature: `t=`."""
    tolerance: float | None = None
    """How many seconds that may be from now; None: any."""

    takes = str

    def check(self, fields: Mapping[str, str], content: bytes, secret: str) -> None:
        """Return where the signature is right.

        Raises:
            MissingTokenError: There is no signature, or no time.
            WrongTokenError: The signature is another one.
            StaleRequestError: The time is too far from now.
        """
        parts = re.split(r"[\s,]+", fields.get(self.header.lower(), "").strip())
        timestamp = self._timestamp(fields, parts)
        expected = hmac.digest(secret.encode(), self._message(content, timestamp), self.algorithm)
        given = [*self._signatures(parts)]
        if not given:
            raise MissingTokenError(f"the request has no signature in the header {self.header!r}")
        if not any(hmac.compare_digest(each, expected) for each in given):
            raise WrongTokenError(f"the signature in the header {self.header!r} is not that of the body and the secret")
        if self.tolerance is not None and abs(time() - int(timestamp)) > self.tolerance:
            raise StaleRequestError(f"the request was signed more than {self.tolerance:g} seconds from now")

    def _signatures(self, parts: list[str]) -> Iterator[bytes]:
        """Yield what the parts of the header hold; what is no signature at all is one of no bytes."""
        for part in parts:
            if part and part.startswith(self.prefix):
                text = part.removeprefix(self.prefix)
                try:
                    yield bytes.fromhex(text) if self.encoding == "hex" else b64decode(text, validate=True)
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

    def _message(self, content: bytes, timestamp: str) -> bytes:
        before, _, after = self.signed.replace("{timestamp}", timestamp).partition("{body}")
        return before.encode() + content + after.encode()
