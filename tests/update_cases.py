"""Writes what the cases expect anew: `python -m tests.update_cases [NAME …]`."""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.test_cases import Case, cases, difference, emitted, kept


def update(case: Case) -> bool:
    """Whether anything differs from what was expected."""
    with tempfile.TemporaryDirectory() as scratch:
        new = emitted(case, Path(scratch))
    if not difference(kept(case), new):
        return False
    shutil.rmtree(case.expected, ignore_errors=True)
    for name, text in new.items():
        file = case.expected / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return True


def main() -> None:
    wanted = set(sys.argv[1:])
    for case in cases():
        if not wanted or case.name in wanted:
            sys.stdout.write(f"{case.name}: {'written' if update(case) else 'unchanged'}\n")


if __name__ == "__main__":
    main()
