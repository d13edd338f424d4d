"""Documents written here, in the tests; nothing is read from a disk."""

from collections.abc import Callable

import pytest

from backwright.read.blocks import MarkdownDocument
from backwright.read.markdown import parse
from backwright.read.roles import Role
from backwright.source import SourceFile


@pytest.fixture
def document() -> Callable[..., MarkdownDocument]:
    def of(text: str, role: Role = Role.SPEC) -> MarkdownDocument:
        return parse(SourceFile("specs/001-x/file.md", text), role)

    return of
