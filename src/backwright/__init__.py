"""Turns feature specifications into FastAPI backends that provably keep them."""

from typing import Final

__version__: Final = "0.1.0"
