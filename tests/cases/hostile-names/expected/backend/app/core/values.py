"""What is done to values, and asked of them, on their way in and out."""

from pydantic import MISSING


def or_missing(value: object) -> object:
    """What a row does not have is left out of the answer."""
    return MISSING if value is None else value
