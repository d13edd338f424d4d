"""Text that the Spec Kit template brings along, and lines that only head what follows."""

import re
from typing import Final

from backwright.read.inline import plain

_NOISE: Final = re.compile(
    r"^(?:why this priority|independent test|action required|for ai generation|input\s*:"
    r"|note\s*:\s*this template|example of marking unclear|include if feature involves"
    r"|when creating this spec|\[?remove if|user stories should be prioriti[sz]ed"
    r"|add more user stories|each user story|fill (?:them|in)|the content in this section)",
    re.IGNORECASE,
)
_PLACEHOLDER: Final = re.compile(
    r"^\[(?!NEEDS CLARIFICATION)[^\]]{3,200}\](?:[:.]?\s*)$|\[(?:brief title|feature name"
    r"|describe this user journey|initial state|expected outcome|specific capability"
    r"|boundary condition|error scenario|entity \d|key interaction|measurable metric"
    r"|what it represents)[^\]]{0,80}\]",
    re.IGNORECASE,
)
_BOLD: Final = re.compile(r"^(?:\*\*|__)[^*\n]+(?:\*\*|__)\s*:?\s*$")


def is_noise(text: str) -> bool:
    shown = plain(text)
    return bool(_NOISE.match(shown) or _PLACEHOLDER.search(shown))


def is_label(text: str) -> bool:
    """A line that heads a list: all in bold, or short, without a modal, and ending in a colon."""
    line = text.strip()
    if "\n" in line:
        return False
    if _BOLD.match(line):
        return True
    return line.rstrip("*_ ").endswith((":", "：")) and len(line) < 120 and "MUST" not in line
