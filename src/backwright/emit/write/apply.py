"""Changes put on the disk together with the state that remembers them."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from backwright.diagnostics import Diagnostic, writing
from backwright.emit.write import committed, journal
from backwright.emit.write.changes import Action, Change, Changes
from backwright.emit.write.disk import Disk
from backwright.emit.write.journal import Step
from backwright.emit.write.places import PROPOSAL
from backwright.emit.write.running import NAME, Running, alone
from backwright.emit.write.standing import look
from backwright.plan.model import RANDOM_SECRET
from backwright.source import Span

_IGNORED: Final = f"{NAME}\n{journal.JOURNAL}\n{journal.STAGED}/\n"


@dataclass(frozen=True, slots=True)
class Target:
    """Where everything goes."""

    root: Path
    """The folder that commands are run in."""
    state: Path
    """`.backwright`"""
    output: Path


def write(
    target: Target,
    changes: Changes,
    state: Mapping[str, str],
    disk: Disk | None = None,
    proof: journal.Proof | None = None,
) -> tuple[Diagnostic, ...]:
    """All files or none; errors if none. `state` holds texts by path below `.backwright`.

    Where the proof fails on what was written, all of it is put back and nothing is said: whoever
    hands it over knows.
    """
    files = [*_of_files(target.output, changes)]
    own = [*_of_state(target.state, changes, state)]
    if not files and not own:
        _ = proof is None or proof()
        return ()
    with_ignored = Step(target.state / ".gitignore", _IGNORED)
    own += [with_ignored] if not with_ignored.target.exists() else []
    bad = [each.target for each in files if not _inside(each.target, target.output)]
    bad += [each.target for each in own if not _inside(each.target, target.state)]
    bad += [target.state] if not _is_below(target.state, target.root) else []
    if bad:
        return tuple(_outside(each, target) for each in bad)
    meanwhile = [each for each in changes.writing if _changed(target.output, each)]
    if meanwhile:
        return tuple(_overtaken(target.output / each.path, target) for each in meanwhile)
    try:
        with alone(target.state):
            journal.swap(target.state, [*files, *own], disk or Disk(), proof)
    except Running as other:
        return (writing.RUNNING.at(_span(target.state, target), pid=other.pid),)
    except (OSError, journal.Unfinished) as error:
        return (_failed(error, target),)
    return ()


def recover(target: Target, disk: Disk | None = None) -> tuple[Diagnostic, ...]:
    """What an interrupted run left is finished or undone; nothing is said where nothing was."""
    if not any((target.state / name).exists() for name in (journal.JOURNAL, journal.STAGED)):
        return ()
    place = _span(target.state, target)
    if not _is_below(target.state, target.root):
        return (_outside(target.state, target),)
    try:
        with alone(target.state):
            did = journal.recover(target.state, (target.root, target.output), disk or Disk())
    except Running:
        return ()
    except (OSError, journal.Unfinished) as error:
        return (writing.UNFINISHED.at(place, reason=_reason(error)),)
    return (writing.RECOVERED.at(place, did=did),) if did in {"finished", "undone"} else ()


def _of_files(output: Path, changes: Changes) -> Iterable[Step]:
    for each in changes.writing:
        if each.action is Action.PROPOSE:
            yield Step(output / (each.path + PROPOSAL), each.after, each.private)
        elif each.action is Action.REMOVE:
            yield Step(output / each.path, None)
        else:
            yield Step(output / each.path, _with_secrets(each), each.private)
    for path in changes.stale:
        yield Step(output / path, None)


def _of_state(folder: Path, changes: Changes, state: Mapping[str, str]) -> Iterable[Step]:
    """Only what differs from what is there: a second run writes nothing."""
    wanted: dict[str, str | None] = {
        f"{committed.PRISTINE}/{path}": text for path, text in changes.pristine.items()
    }
    for path, text in sorted({**wanted, **state}.items()):
        found = look(folder / path)
        if found.text != text or found.exists != (text is not None):
            yield Step(folder / path, text)


def _with_secrets(change: Change) -> str:
    parts = (change.after or "").split(RANDOM_SECRET)
    text = parts[0]
    for each in parts[1:]:
        text += secrets.token_hex(32) + each
    return text


def _inside(path: Path, folder: Path) -> bool:
    """Whether no link on the way leads out of the folder."""
    return _is_below(path.parent, folder)


def _is_below(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _changed(output: Path, change: Change) -> bool:
    """Whether somebody wrote to the file after it was compared."""
    return look(output / change.path).text != change.before


def _outside(path: Path, target: Target) -> Diagnostic:
    span = _span(path, target)
    return writing.REFUSED.at(span, path=span.file, reason="a link leads out of the project")


def _overtaken(path: Path, target: Target) -> Diagnostic:
    span = _span(path, target)
    return writing.NOT_WRITTEN.at(span, path=span.file, reason="it was changed a moment ago")


def _failed(error: OSError | journal.Unfinished, target: Target) -> Diagnostic:
    name = getattr(error, "filename2", None) or getattr(error, "filename", None)
    span = _span(Path(name) if isinstance(name, str | Path) else target.output, target)
    return writing.NOT_WRITTEN.at(span, path=span.file, reason=_reason(error))


def _reason(error: BaseException) -> str:
    return (error.strerror if isinstance(error, OSError) else "") or str(error)


def _span(path: Path, target: Target) -> Span:
    try:
        shown = path.relative_to(target.root).as_posix()
    except ValueError:
        shown = path.name
    return Span(shown, 1)
