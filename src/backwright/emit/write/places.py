"""Whether a path may be written: nothing leaves the output folder, by name or by link."""

import os
from pathlib import Path
from typing import Final

from backwright.diagnostics import Diagnostic, writing
from backwright.source import Span

_RESERVED: Final = frozenset({".git", ".backwright"})
PROPOSAL: Final = ".backwright-new"
"""The ending of a file that lies beside one that we may not touch."""


def refused(output: Path, path: str) -> Diagnostic | None:
    """Why the file must not be written; None if it may."""
    reason = _reason(path) or _leads_out(output, path)
    shown = path.encode("unicode_escape").decode()
    return writing.REFUSED.at(Span(shown, 1), path=shown, reason=reason) if reason else None


def _reason(path: str) -> str:
    parts = path.split("/")
    if not path or path.startswith("/") or "\\" in path or ":" in parts[0]:
        return "it is no relative path with forward slashes"
    if not path.isprintable():
        return "it holds characters that cannot be printed"
    if any(each in {"", ".", ".."} for each in parts):
        return "it leads out of the output folder"
    if parts[0].lower() in _RESERVED:
        return f"{parts[0]}/ is not the backend's"
    return ""


def _leads_out(output: Path, path: str) -> str:
    """A folder on the way that is a link to a place outside."""
    base = output.resolve()
    parent = (output / path).parent
    if not parent.resolve().is_relative_to(base):
        return "a symbolic link on the way leads out of the output folder"
    for each in (parent, *parent.parents):
        if each == output:
            break
        if os.path.lexists(each) and not each.is_dir():
            return f"{each.relative_to(output).as_posix()} is no folder"
    return ""
