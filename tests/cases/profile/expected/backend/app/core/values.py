"""What is done to values, and asked of them, on their way in and out."""

from typing import Final

from pydantic import AnyUrl, TypeAdapter

URL: Final = TypeAdapter(AnyUrl)


def lowered(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def none_if_blank(value: object) -> object:
    """A text of nothing but blanks is no text."""
    return None if isinstance(value, str) and not value.strip() else value


def url(value: str) -> str:
    """Kept as it was written."""
    try:
        URL.validate_python(value)
    except ValueError:
        raise ValueError("must be a URL") from None
    return value
