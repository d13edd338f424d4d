"""Tokens that somebody made up."""

import base64
import hashlib
import hmac
import json
import time
from typing import Any

from tests.emit.serving import SECRET

HEADER = {"alg": "HS256", "typ": "JWT"}


def part(value: Any) -> str:
    plain = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(plain).rstrip(b"=").decode()


def signed(claims: Any, header: Any = HEADER, *, key: str = SECRET, digest: str = "sha256") -> str:
    """Signed by hand, so that nothing that a library would refuse is out of reach."""
    text = f"{part(header)}.{part(claims)}"
    return f"{text}.{part(hmac.digest(key.encode(), text.encode(), getattr(hashlib, digest)))}"


def claims(subject: str, **others: Any) -> dict[str, Any]:
    """Those of a good token; None leaves one out."""
    said = {"sub": subject, "exp": int(time.time()) + 300, **others}
    return {name: value for name, value in said.items() if value is not None}


def unsigned(said: dict[str, Any], algorithm: str) -> str:
    return f"{part({'alg': algorithm})}.{part(said)}."
