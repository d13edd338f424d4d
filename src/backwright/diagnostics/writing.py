"""What can be wrong when files are written, and with what earlier runs left."""

from typing import Final

from backwright.diagnostics.model import Declared, Severity

STATE_UNREADABLE: Final = Declared(
    code="BW550",
    severity=Severity.ERROR,
    message="{path} cannot be read: {reason}",
    help="Restore it from version control; nothing is written before.",
    page=(
        "`.backwright/` holds what earlier runs implemented, wrote and decided. A damaged file\n"
        "there, mostly one with the marks of a merge conflict, is never taken for an empty one:\n"
        "what you changed by hand could not be told from what was emitted any more.\n"
    ),
)

WRITING: Final = (STATE_UNREADABLE,)
