"""New rows: of a body, of what is decided already, of the rows that the body refers to."""

from dataclasses import dataclass, field

from backwright.contract.entities import CountLimit, Entity
from backwright.contract.operations import RELATED, AssignKind
from backwright.emit.fastapi.body_values import TAKEN, copied, dumped, hashed, referred
from backwright.emit.fastapi.callers import caller_argument
from backwright.emit.fastapi.finders import SESSION
from backwright.emit.fastapi.links import find_linked
from backwright.emit.fastapi.named_rows import find_named, names_given
from backwright.emit.fastapi.slugs import free_slug, own_slug, slug
from backwright.emit.fastapi.work import Work
from backwright.emit.templates import literal
from backwright.plan.attributes import schema_class
from backwright.plan.body_assigns import Given, always, child_schema, givens, relation_of
from backwright.plan.columns import Sql, column
from backwright.plan.finder_names import row
from backwright.plan.names import count_limit, model


@dataclass(slots=True)
class Making:
    """One new row while the lines are printed that make it."""

    work: Work
    entity: Entity
    schema: str
    """Of the body; empty if there is none."""
    source: str = "data"
    """The variable that holds the body."""
    fixed: dict[str, str] = field(default_factory=dict)
    """Columns that are decided, whatever the body says."""
    rows: dict[str, str] = field(default_factory=dict)
    """Columns → the variables of the rows that they refer to."""
    above: str = ""
    """The column that the row gets from the collection it is put into."""
    shown: frozenset[str] = frozenset()
    """The relations that the answer reads."""
    lines: list[str] = field(default_factory=list)

    def given(self) -> tuple[Given, ...]:
        if not self.schema:
            return ()
        return givens(self.work.contract, self.schema, self.entity.name)

    def made(self) -> str:
        """The call that makes the row, after the lines that prepare it."""
        self._require_room()
        plain = [each for each in self.given() if each.plain and not self._decided(each)]
        excluded = [each.name for each in self.given() if each not in plain]
        bare = any(self._needs_value(each) for each in plain)
        dump = dumped(self.source, excluded, without_none=bare) if plain else ""
        if any(not always(each) for each in self.given() if self._refers(each)):
            self.lines.append(f"values = {dump}")
            dump = "values"
        found = self._find_referred()
        arguments = [f"{name}={value}" for name, value in self.fixed.items()]
        arguments += [*self._taken(), *self._slug(), *self._kept({**self.rows, **found})]
        arguments += [f"**{dump}"] if dump else []
        return f"{self.work.service.use(model(self.entity))}({', '.join(arguments)})"

    def _decided(self, each: Given) -> bool:
        return each.assign.name in self.fixed or each.assign.name == self.above

    def _refers(self, each: Given) -> bool:
        return referred(self.work, self.entity, each) is not None and not self._decided(each)

    def _find_referred(self) -> dict[str, str]:
        """Look up what the body refers to: column → variable of the row, where it is needed."""
        found: dict[str, str] = {}
        for each in self.given():
            known = referred(self.work, self.entity, each)
            if known is None or self._decided(each):
                continue
            name, column_name = row(self.work.contract.entity(known[1].entity)), known[0].name
            again = self._asked_again(column_name)
            found |= {column_name: name} if again else {}
            if always(each):
                call = self.work.find(known[1], f"{self.source}.{each.name}")
                self.lines.append(f"{name} = {call}" if again else call)
                continue
            held = literal(column_name)
            call = self.work.find(known[1], f"values[{held}]")
            self.lines += [f"{name} = None"] if again else []
            self.lines.append(f"if values.get({held}) is not None:")
            self.lines.append(f"    {name} = {call}" if again else f"    {call}")
        return found

    def _asked_again(self, name: str) -> bool:
        """Whether the new row copies from it, or is answered with it."""
        held = any(
            not each.many and each.column == name and each.name in self.shown
            for each in self.entity.relations
        )
        return held or bool(copied(self.entity, name))

    def _taken(self) -> list[str]:
        """Properties that are called otherwise than their columns, or that become rows."""
        found: list[str] = []
        for each in self.given():
            name, value = each.assign.name, f"{self.source}.{each.name}"
            if each.plain or self._decided(each):
                continue
            if each.assign.kind in TAKEN:
                found.append(f"{name}={value}")
            elif each.assign.kind is AssignKind.PASSWORD:
                found.append(f"{name}={hashed(self.work, value)}")
            elif each.assign.kind is AssignKind.NAMES:
                told = names_given(each, self.source)
                found.append(f"{name}={related(self.work, self.entity, each, told)}")
            elif each.assign.kind in RELATED:
                found += [f"{name}={related(self.work, self.entity, each, value)}"]
        return found

    def _slug(self) -> list[str]:
        """What the row is called in addresses: nobody sends it."""
        own = slug(self.entity)
        if own is None:
            return []
        source = next((e for e in self.given() if e.assign.name == own.slug_of), None)
        text = self.fixed.get(own.slug_of, '""')
        if source is not None and not self._decided(source):
            text = f"{self.source}.{source.name}"
            if not always(source):
                held = f"{self.source}.model_dump(exclude_none=True)"
                text = f'{held}.get({literal(source.name)}, "")'
        several = bool(self.above) or self.source != "data"
        made = (
            own_slug(own, text, self.work.service)
            if several
            else free_slug(self.entity, own, text, self.work.service)
        )
        return [f"{own.name}={made}"]

    def _kept(self, rows: dict[str, str]) -> list[str]:
        """What rows that were found give, and that a new row has no children."""
        found = []
        for name, variable in rows.items():
            for each in copied(self.entity, name):
                found.append(f"{each.name}={variable}.{each.copies.partition('.')[2]}")
        filled = {each.assign.name for each in self.given()}
        for relation in self.entity.relations:
            if relation.name in self.shown and relation.name not in filled:
                empty = "[]" if relation.many else "None"
                found.append(f"{relation.name}={rows.get(relation.column, empty)}")
        return found

    def _require_room(self) -> None:
        for each in self.given():
            for limit in self.entity.count_limits:
                if each.assign.kind is AssignKind.CHILDREN and each.assign.name == limit.relation:
                    counted = f"len({self.source}.{each.name}"
                    counted += ")" if each.attribute.property.required else " or ())"
                    self.lines += full_check(self.work, self.entity, limit, f"{counted} >")

    def _needs_value(self, each: Given) -> bool:
        """Whether the body may say nothing where the column has to hold something."""
        held, own = self.entity.get(each.assign.name), each.attribute.property
        if held is None or column(self.work.contract, self.entity, held).sql is Sql.JSON:
            return False
        return held.required and (own.shape.nullable or not own.required)


def full_check(work: Work, parent: Entity, limit: CountLimit, compared: str) -> list[str]:
    """At most so many children in one parent."""
    most = work.service.use(count_limit(parent, limit.relation))
    return [f"if {compared} {most}:", f"    raise {work.refusal('count', parent.name)}"]


def related(work: Work, entity: Entity, each: Given, value: str) -> str:
    """The rows that a property of the body makes, or refers to by their keys."""
    relation = relation_of(entity, each)
    if relation is None:
        return "[]"
    if each.assign.kind is AssignKind.CHILDREN:
        return _children(work, relation.entity, relation.column, child_schema(each), value)
    target = work.contract.entity(relation.entity)
    if each.assign.kind is AssignKind.NAMES:
        return find_named(work, target, each.assign, value)
    return find_linked(work, target, value)


def _children(work: Work, child: str, above: str, schema: str, value: str) -> str:
    making = Making(work, work.contract.entity(child), schema, above=above)
    made = making.made()
    text = "\n".join(f"    {line}" for line in (*making.lines, f"return {made}"))
    service, user = work.service, work.held.user
    arguments = [f"data: {service.use(schema_class(work.contract, schema, body=True))}"]
    given = ["each"]
    if "session" in text:
        arguments.insert(0, f"session: {service.use(SESSION)}")
        given.insert(0, "session")
    if user and (f"{user}." in text or f"{user}=" in text):
        arguments += ["*", caller_argument(work.contract, user, service)]
        given.append(f"{user}={user}")
    function, kind = f"new_{row(making.entity)}", service.use(model(making.entity))
    waits = "await " in text
    head = f"{'async ' if waits else ''}def {function}({', '.join(arguments)}) -> {kind}:"
    service.add_last(function, f"{head}\n{text}")
    return f"[{'await ' if waits else ''}{function}({', '.join(given)}) for each in {value}]"
