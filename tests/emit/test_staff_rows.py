"""Emitted tests of an operation whose callers reach the rows of everybody and make their own."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from backwright.contract.operations import Access, Credentials, Refusal
from tests.contracts.recipes import CONTRACT
from tests.emit.serving import run, written

_EDITORS: Final = Access(Credentials.REQUIRED, ("editor",), any_owner=True)
_NO_EDITOR: Final = Refusal(403, "role", "Not permitted")
_MADE_BY_EDITORS: Final = replace(
    CONTRACT,
    auth=replace(CONTRACT.auth, role="role"),
    operations=tuple(
        replace(each, access=_EDITORS, refusals=(*each.refusals, _NO_EDITOR))
        if each.id == "create_book"
        else each
        for each in CONTRACT.operations
    ),
)


def test_a_new_row_belongs_to_who_makes_it(tmp_path: Path) -> None:
    root = written(_MADE_BY_EDITORS, tmp_path)
    text = (root / "tests" / "books" / "test_books.py").read_text("utf-8")
    done = run(root, "pytest", "-q", "tests/books", "-k", "create_book", "-p", "no:cacheprovider")

    assert '"owner_id": wire(editor_id)' in text
    assert done.returncode == 0, done.stdout[-2000:]
