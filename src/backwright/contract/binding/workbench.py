"""All that binding knows while it works."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.bound import Answers, Undecided
from backwright.contract.model import Decision, Origin, OriginKind, QuestionKind
from backwright.contract.names import key, words
from backwright.contract.operations import Input, View
from backwright.contract.policies import Auth, Issuer, MailedToken, Policies
from backwright.diagnostics import Diagnostic
from backwright.read.facts import (
    EntityFact,
    Facts,
    FieldFact,
    SentenceFact,
    SentenceKind,
    StatementKind,
)
from backwright.shape import Schema
from backwright.source import Span


def written(statement: str, span: Span | None) -> Origin:
    return Origin(OriginKind.SPAN, statement=statement, span=span)


def standard(code: str) -> Origin:
    return Origin(OriginKind.STANDARD, code=code)


def decided(code: str) -> Origin:
    return Origin(OriginKind.DECISION, code=code)


@dataclass(slots=True)
class Workbench:
    features: Mapping[str, Facts]
    answers: Answers
    facts: Facts
    """Of all features together."""
    entities: dict[str, EntityDraft] = field(default_factory=dict)
    schemas: dict[str, Schema] = field(default_factory=dict)
    operations: list[OperationDraft] = field(default_factory=list)
    inputs: dict[tuple[str, str], Input] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    auth: Auth = field(default_factory=lambda: Auth(Issuer.NONE))
    policies: Policies = field(default_factory=Policies)
    user: str = ""
    """The entity that signs in, if the backend has one."""
    elsewhere: str = ""
    """The user that a data model describes and somebody else keeps."""
    origins: dict[str, list[Origin]] = field(default_factory=dict)
    linked: list[tuple[str, str, str]] = field(default_factory=list)
    """File, statement, aspect."""
    needs_code: dict[str, str] = field(default_factory=dict)
    undecided: dict[str, Undecided] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    entity_of: dict[str, str] = field(default_factory=dict)
    """Schema → the entity whose row it describes."""
    keys: dict[str, str] = field(default_factory=dict)
    """Key of a name or table → the entity's name."""
    named: dict[str, EntityFact] = field(default_factory=dict)
    """Entities that are mentioned without fields, by key."""
    computed: dict[tuple[str, str], FieldFact] = field(default_factory=dict)
    """Entity and name → a field that the data model calls derived."""
    attributes: dict[tuple[str, str], FieldFact] = field(default_factory=dict)
    """Entity and name → a field that holds other rows, or an object."""
    unfillable: dict[str, str] = field(default_factory=dict)
    """Schema → why it cannot be filled."""
    mailed: list[MailedToken] = field(default_factory=list)
    """The tokens that are sent to users."""
    tokens: set[str] = field(default_factory=set)
    """Properties of answers that hold tokens."""
    wording: dict[tuple[int, str, str, tuple[str, ...]], str] = field(default_factory=dict)
    """The message of each refusal."""
    kinds: dict[str, StatementKind] = field(default_factory=dict)
    """Of the statements, by id."""
    spoken: dict[str, frozenset[str]] = field(default_factory=dict)
    """The words of the requirements, by id."""
    by_kind: dict[SentenceKind, tuple[SentenceFact, ...]] = field(default_factory=dict)
    deeds: dict[str, list[tuple[int, SentenceFact]]] = field(default_factory=dict)
    """Statement → what its sentences let somebody do, each with its place among all."""
    secured: set[str] | None = None
    texts: dict[Span | str, str] = field(default_factory=dict)
    """Of the statements, by place and by id."""

    def origin(self, aspect: str, origin: Origin) -> None:
        known = self.origins.setdefault(aspect, [])
        if origin not in known:
            known.append(origin)

    def link(self, fact: SentenceFact, aspect: str) -> None:
        """The sentence asks for the aspect."""
        self.linked.append((fact.span.file, fact.statement, aspect))

    def says(self, aspect: str, fact: SentenceFact) -> None:
        """The sentence asks for the aspect, and is an origin of it."""
        self.origin(aspect, written(fact.statement, fact.span))

    def sentences(self, *kinds: SentenceKind) -> tuple[SentenceFact, ...]:
        if not self.by_kind:
            found: dict[SentenceKind, list[SentenceFact]] = {}
            for each in self.facts.sentences:
                found.setdefault(each.kind, []).append(each)
            self.by_kind = {kind: tuple(facts) for kind, facts in found.items()}
        if len(kinds) == 1:
            return self.by_kind.get(kinds[0], ())
        return tuple(each for kind in kinds for each in self.by_kind.get(kind, ()))

    def deeds_of(self, fact: SentenceFact) -> list[SentenceFact]:
        """What the same sentence lets somebody do."""
        same = self._deeds().get(fact.statement, ())
        return [each for _, each in same if each.span.file == fact.span.file]

    def deeds_behind(self, draft: OperationDraft) -> list[SentenceFact]:
        """What the sentences that the operation carries out let somebody do, in their order."""
        deeds = self._deeds()
        found = {place: each for name in draft.statements for place, each in deeds.get(name, ())}
        return [found[place] for place in sorted(found)]

    def _deeds(self) -> Mapping[str, list[tuple[int, SentenceFact]]]:
        if not self.deeds:
            for placed in enumerate(self.sentences(SentenceKind.CAPABILITY)):
                self.deeds.setdefault(placed[1].statement, []).append(placed)
        return self.deeds

    def secured_files(self) -> set[str]:
        """Documents that put credentials on some operation."""
        if self.secured is None:
            self.secured = {each.fact.span.file for each in self.operations if each.fact.security}
        return self.secured

    def text_of(self, fact: SentenceFact) -> str:
        self._read_texts()
        return self.texts.get(fact.span, "")

    def texts_of(self, origin: Origin) -> str:
        """The text of the statement behind an origin."""
        self._read_texts()
        return self.texts.get(origin.span, "") if origin.span is not None else ""

    def requirement_words(self) -> dict[str, frozenset[str]]:
        """The words of each requirement, by its id."""
        self._read_texts()
        if not self.spoken:
            self.spoken = {
                each.id: frozenset(words(each.text))
                for each in self.facts.statements
                if each.kind is StatementKind.REQUIREMENT
            }
        return self.spoken

    def file_of(self, statement: str) -> str:
        return next((s.span.file for s in self.facts.statements if s.id == statement), "")

    def kind_of(self, statement: str) -> StatementKind | None:
        if not self.kinds:
            self.kinds = {each.id: each.kind for each in reversed(self.facts.statements)}
        return self.kinds.get(statement)

    def _read_texts(self) -> None:
        if not self.texts:
            for each in self.facts.statements:
                self.texts.setdefault(each.span, each.text)
                self.texts.setdefault(each.id, each.text)

    def by_entity(self) -> dict[str, list[OperationDraft]]:
        """The operations on each entity, as they stand now."""
        found: dict[str, list[OperationDraft]] = {}
        for each in self.operations:
            found.setdefault(each.entity, []).append(each)
        return found

    def find(self, name: str) -> EntityDraft | None:
        """The entity of any spelling of its name or table."""
        return self.entities.get(self.keys.get(key(name), "")) if name else None

    def put(self, draft: EntityDraft) -> EntityDraft:
        self.entities[draft.name] = draft
        self.keys[key(draft.name)] = draft.name
        if draft.table:
            self.keys.setdefault(key(draft.table), draft.name)
        return draft

    def choose(  # noqa: PLR0913  one parameter for each attribute of the point
        self,
        rule: str,
        subject: str,
        options: tuple[str, ...],
        *,
        kind: QuestionKind = QuestionKind.OPEN,
        spans: Iterable[Span] = (),
        statements: Iterable[str] = (),
        note: str = "",
    ) -> str:
        """What somebody has decided, else the first option, the safe one."""
        point = Undecided(
            rule, subject, kind, options, options[0] if options else "",
            tuple(dict.fromkeys(spans)), tuple(dict.fromkeys(statements)), note,
        )  # fmt: skip
        digest = self.digest(point)
        taken, by = self._answer(point, digest)
        answered = bool(by)
        alone, safe = len(options) == 1, kind is not QuestionKind.BLOCKING
        if not answered and options and safe and (alone or self.answers.accept_defaults):
            by = "default"
        if by:
            self.decisions[point.code] = Decision(point.code, taken, by, digest)
        self.undecided[point.code] = Undecided(
            point.rule, point.subject, point.kind, point.options, taken,
            point.spans, point.statements, point.note, answered,
        )  # fmt: skip
        return taken

    def _answer(self, point: Undecided, digest: str) -> tuple[str, str]:
        given = self.answers.given.get(point.code, self.answers.given.get(point.rule, ""))
        if given in point.options:
            return given, self.answers.by
        for decision in self.answers.recorded:
            known = decision.code == point.code and decision.option in point.options
            if known and decision.hash == digest:
                return decision.option, decision.by
        return point.taken, ""

    def digest(self, point: Undecided) -> str:
        """Over the sentences that raised the point: it is asked again when they change."""
        self._read_texts()
        places: tuple[Span | str, ...] = (*point.spans, *point.statements)
        raised = [self.texts.get(each, "") for each in places]
        return hashlib.sha256("\n".join((point.code, *point.options, *raised)).encode()).hexdigest()
