"""Decides for every file what happens to it: rewritten, merged, appended to, proposed, removed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from backwright.diagnostics import Diagnostic, writing
from backwright.emit.write import places
from backwright.emit.write.append import append, with_patterns
from backwright.emit.write.changes import Action, Change, Changes, Place, by_path
from backwright.emit.write.lock import Written, digest
from backwright.emit.write.merge import merge, merge_python
from backwright.emit.write.standing import Found, look
from backwright.plan.model import FileKind, GeneratedFile
from backwright.source import Span


def compare(files: Iterable[GeneratedFile], place: Place, *, only: bool = False) -> Changes:
    """`only`: the files are a part of what the contract needs, so that nothing is removed."""
    wanted = by_path(files)
    refused = [each for path in wanted if (each := places.refused(place.output, path)) is not None]
    if refused:
        return Changes(diagnostics=tuple(refused))
    work = _Comparison(place, only=only)
    for file in wanted.values():
        work.take(file)
    for path in sorted(place.written.keys() - wanted.keys()):
        work.leave(path)
    return work.result()


_IGNORED: Final = ".gitignore"
_README: Final = "README.md"


def _theirs(path: str, known: Written | None) -> bool:
    """Whether it is a file that somebody else began, and that serves as well as ours."""
    return path in {_IGNORED, _README} and (known is None or known.kind is FileKind.ONCE)


class _Comparison:
    """Changes in the making."""

    def __init__(self, place: Place, *, only: bool) -> None:
        self.place, self.only = place, only
        self.files: list[Change] = []
        self.written: dict[str, Written] = {}
        self.pristine: dict[str, str | None] = {}
        self.stale: list[str] = []
        self.diagnostics: list[Diagnostic] = []

    def result(self) -> Changes:
        return Changes(
            tuple(sorted(self.files, key=lambda each: each.path)),
            self.written,
            self.pristine,
            tuple(self.stale),
            tuple(self.diagnostics),
        )

    def take(self, file: GeneratedFile) -> None:
        """A file that the contract needs."""
        found = look(self.place.output / file.path)
        if file.kind is FileKind.ONCE:
            self._once(file, found)
        elif not found.exists:
            self._settle(file, Action.CREATE, None, file.text)
        elif found.hash == digest(file.text):
            self._settle(file, Action.KEEP, found.text, found.text)
        else:
            self._differing(file, found)

    def leave(self, path: str) -> None:
        """A file that an earlier run wrote and that is emitted no more."""
        known = self.place.written[path]
        if places.refused(self.place.output, path) is not None:
            return  # no run of ours wrote there: the lock says what is not so
        if self.only or known.partial or known.kind is FileKind.ONCE:
            self.written[path] = known
            return
        self._forget_proposal(path, known)
        self.pristine[path] = None
        found = look(self.place.output / path)
        if not found.exists or not known.hash:
            return
        if found.hash == known.hash:
            self.files.append(Change(path, Action.REMOVE, found.text))
        else:
            self.diagnostics.append(writing.LEFT.at(Span(path, 1), path=path))

    def _once(self, file: GeneratedFile, found: Found) -> None:
        action = Action.KEEP if found.exists else Action.CREATE
        after = found.text if found.exists else file.text
        self.files.append(Change(file.path, action, found.text, after, file.private))
        self.written[file.path] = Written(FileKind.ONCE)

    def _differing(self, file: GeneratedFile, found: Found) -> None:
        known = self.place.written.get(file.path)
        if known is not None and known.hash and found.hash == known.hash:
            self._settle(file, Action.UPDATE, found.text, file.text)
        elif known is not None and known.hash == digest(file.text):
            self._settle(file, Action.KEEP, found.text, found.text, "changed by hand")
        elif known is not None and known.proposed == digest(file.text):
            self._waiting(file, found, known)
        elif found.text is not None and _theirs(file.path, known):
            self._beside_theirs(file, found.text)
        elif known is None or not known.hash or found.text is None:
            self._propose(file, found, writing.NOT_OURS.at(Span(file.path, 1), path=file.path))
        elif file.kind is FileKind.HOOKS:
            self._append(file, found.text)
        else:
            self._merge(file, found.text, known)

    def _beside_theirs(self, file: GeneratedFile, mine: str) -> None:
        """A file of the whole project, which its owner began: patterns that it lacks are added to
        a `.gitignore`, for a key must not be committed; a README is left as it is."""
        text = with_patterns(mine, file.text) if file.path == _IGNORED else mine
        action = Action.KEEP if text == mine else Action.APPEND
        self.files.append(Change(file.path, action, mine, text, reason="yours"))
        self.written[file.path] = Written(FileKind.ONCE)

    def _waiting(self, file: GeneratedFile, found: Found, known: Written) -> None:
        """It was proposed before. Once the proposal is gone, its owner has decided."""
        if look(self.place.output / (file.path + places.PROPOSAL)).exists:
            reason = f"{file.path}{places.PROPOSAL} waits for you"
            self.files.append(Change(file.path, Action.KEEP, found.text, found.text, reason=reason))
            self.written[file.path] = known
            self.diagnostics.append(writing.WAITING.at(Span(file.path, 1), path=file.path))
        else:
            self._settle(file, Action.KEEP, found.text, found.text, "changed by hand")

    def _append(self, file: GeneratedFile, mine: str) -> None:
        text = append(mine, file.text)
        if text is None:
            self._propose(
                file, Found(True, mine), writing.NO_PYTHON.at(Span(file.path, 1), path=file.path)
            )
        else:
            action = Action.KEEP if text == mine else Action.APPEND
            self._settle(file, action, mine, text, "yours; only missing functions are appended")

    def _merge(self, file: GeneratedFile, mine: str, known: Written) -> None:
        base = look(self.place.pristine / file.path)
        join = merge_python if file.path.endswith(".py") else merge
        text = None
        if base.text is not None and base.hash == known.hash:
            text = join(base.text, mine.replace("\r\n", "\n"), file.text)
        if text is None:
            conflict = writing.CONFLICT.at(Span(file.path, 1), path=file.path)
            self._propose(file, Found(True, mine), conflict)
        elif text == mine:
            self._settle(file, Action.KEEP, mine, mine, "changed by hand")
        else:
            self._settle(file, Action.MERGE, mine, text, "merged with your changes")

    def _propose(self, file: GeneratedFile, found: Found, why: Diagnostic) -> None:
        known = self.place.written.get(file.path, Written(file.kind))
        beside = look(self.place.output / (file.path + places.PROPOSAL))
        if beside.exists and beside.hash not in {known.proposed, digest(file.text)}:
            # Somebody works on the last proposal: it is theirs now.
            self._waiting(file, found, known)
            return
        self.files.append(
            Change(file.path, Action.PROPOSE, found.text, file.text, file.private, why.message)
        )
        self.written[file.path] = replace(known, proposed=digest(file.text))
        self.diagnostics.append(why)

    def _settle(
        self, file: GeneratedFile, action: Action, before: str | None, after: str | None,
        reason: str = "",
    ) -> None:  # fmt: skip
        """The file and its base are what the contract needs now."""
        known = self.place.written.get(file.path)
        self.files.append(Change(file.path, action, before, after, file.private, reason))
        partial = self.only and (known is None or known.partial)
        self.written[file.path] = Written(file.kind, digest(file.text), partial=partial)
        if known is not None:
            self._forget_proposal(file.path, known)
        if file.kind is FileKind.GENERATED:
            self.pristine[file.path] = file.text

    def _forget_proposal(self, path: str, known: Written) -> None:
        """A proposal that nobody touched goes with its reason."""
        beside = path + places.PROPOSAL
        if known.proposed and look(self.place.output / beside).hash == known.proposed:
            self.stale.append(beside)
