import asyncio
import importlib
import sys
from pathlib import Path

import pytest

from benchmarks.judge.mailbox import Mailbox

HOOKS = """
def send_password_reset(address: str, token: str) -> None:
    raise AssertionError

async def send_verification(address: str, token: str) -> None:
    raise AssertionError

def send_receipt(address: str) -> str:
    return "sent"
"""


def test_letters_are_kept_by_their_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hooks_of_a_backend.py").write_text(HOOKS)
    monkeypatch.syspath_prepend(str(tmp_path))
    hooks = importlib.import_module("hooks_of_a_backend")
    box = Mailbox()
    box.stand_in(tmp_path)
    hooks.send_password_reset("a@example.com", "one")
    asyncio.run(hooks.send_verification("a@example.com", token="two"))
    assert hooks.send_receipt("a@example.com") == "sent"
    assert box.token("/auth/verify-email") == "two"
    assert box.token("/auth/verify-email") == ""
    assert box.token("/password/reset") == "one"
    del sys.modules["hooks_of_a_backend"]
