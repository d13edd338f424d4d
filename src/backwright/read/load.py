"""One file of a project, read safely: untrusted, so bounded in size, place and kind."""

import os
import stat
from pathlib import Path
from typing import Final

from backwright.diagnostics import Diagnostic, sources
from backwright.source import SourceFile, Span

LARGEST: Final = 4 * 1024 * 1024
"""Bytes; whoever writes more than that by hand has other problems than ours."""
_STRAY: Final = 0.01
"""The part of a text that may be in another encoding before it is none at all."""
_REPLACEMENT: Final = "\ufffd"


def load(root: Path, relative_path: str) -> SourceFile | Diagnostic:
    """The text of a file below `root`, with universal newlines and without a BOM."""
    path = relative_path.replace("\\", "/")
    place = Span(path, 1)
    if "\0" in path:
        return sources.MISSING.at(place, path=path.replace("\0", "\\0"))
    try:
        data = _bytes(root, path)
    except FileNotFoundError:
        return sources.MISSING.at(place, path=path)
    except (IsADirectoryError, NotADirectoryError, RuntimeError):
        # A link that leads to itself is a RuntimeError of `resolve`.
        return sources.NOT_A_FILE.at(place, path=path)
    except OSError as error:
        return sources.FORBIDDEN.at(place, path=path, reason=error.strerror or "unknown error")
    return data if isinstance(data, Diagnostic) else _text(path, data)


def stray_bytes(source: SourceFile) -> Diagnostic | None:
    """That some bytes of the file were not UTF-8, if so."""
    found = source.text.find(_REPLACEMENT)
    if found < 0:
        return None
    line = source.text.count("\n", 0, found) + 1
    return sources.STRAY_BYTES.at(source.span(line), path=source.path, line=line)


def _bytes(root: Path, path: str) -> bytes | Diagnostic:
    place, base = Span(path, 1), root.resolve()
    target = (base / path).resolve()
    if not target.is_relative_to(base):
        return sources.OUTSIDE.at(place, path=path)
    # Opened without waiting, so that a pipe put in the place of a file cannot block.
    handle = os.open(target, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            return sources.NOT_A_FILE.at(place, path=path)
        if status.st_size > LARGEST:
            return sources.TOO_LARGE.at(place, path=path, size=status.st_size, limit=LARGEST)
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        return sources.TOO_LARGE.at(place, path=path, size=len(data), limit=LARGEST)
    return data


def _text(path: str, data: bytes) -> SourceFile | Diagnostic:
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        return sources.NOT_TEXT.at(Span(path, line), path=path, reason="it holds NUL bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8-sig", errors="replace")
        if text.count(_REPLACEMENT) > max(1, _STRAY * len(text)):
            line = data.count(b"\n", 0, error.start) + 1
            reason = f"byte {data[error.start]:#04x} in line {line}"
            return sources.NOT_TEXT.at(Span(path, line), path=path, reason=reason)
    return SourceFile(path, text.replace("\r\n", "\n").replace("\r", "\n"))
