"""The ledger: how many statements are in which state, and every line of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from backwright.contract.model import State
from backwright.outcome import Line
from backwright.report.words import short

WORDS: Final = {
    State.DONE: "done",
    State.BUILT: "built",
    State.ASKED: "asked",
    State.NEEDS_CODE: "needs code",
    State.OUT_OF_SCOPE: "out of scope",
    State.NOT_UNDERSTOOD: "not understood",
}

MEANINGS: Final = {
    State.DONE: "code carries it, and a test asserts it",
    State.BUILT: "code carries it, and no test asserts all of it",
    State.ASKED: "a question about it is open",
    State.NEEDS_CODE: "only code can say it; its place is prepared",
    State.OUT_OF_SCOPE: "asks for nothing of this backend, with the reason",
    State.NOT_UNDERSTOOD: "was read, and nothing came of it",
}


def counts(ledger: Iterable[Line]) -> dict[State, int]:
    found = Counter(each.entry.state for each in ledger)
    return {state: found.get(state, 0) for state in State}


def parts(ledger: Iterable[Line], *, understood: bool = False) -> list[str]:
    """`41 done`, `3 asked`; states that nothing is in are left out. Before anything was emitted,
    what the contract carries is only `understood`."""
    words = {**WORDS, State.BUILT: "understood"} if understood else WORDS
    return [f"{count} {words[state]}" for state, count in counts(ledger).items() if count]


def lines(ledger: Sequence[Line], states: Iterable[State] = ()) -> list[str]:
    """Every line with its state, its place and its reason."""
    wanted = set(states) or set(State)
    shown = [each for each in ledger if each.entry.state in wanted]
    width = max((len(WORDS[each.entry.state]) for each in shown), default=0)
    found: list[str] = []
    for each in shown:
        name = each.statement.id
        place = str(each.statement.span)
        where = "" if name.split("#")[0] == place else f"  ({place})"
        state = WORDS[each.entry.state]
        found.append(f"{state:<{width}}  {name}{where}  {short(each.statement.text, 90)}")
        if each.entry.reason:
            found.append(f"{'':<{width}}    {short(each.entry.reason, 110)}")
    return found
