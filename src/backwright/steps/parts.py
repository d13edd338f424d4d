"""What `--only` chooses: the files of some parts, and those that they cannot do without."""

import ast
from collections.abc import Iterable, Iterator

from backwright.emit.write.lock import Lock
from backwright.plan.model import Backend, GeneratedFile


def chosen(backend: Backend, only: Iterable[str], known: Lock) -> Backend:
    """Everything where nothing was chosen. The history of the schema stays as it was: a part has
    no migrations of its own."""
    parts = set(only)
    if not parts:
        return backend
    files = {each.path: each for each in backend.files}
    wanted = {path: None for path, each in files.items() if each.part in parts}
    waiting = list(wanted)
    while waiting:
        for path in _needed(files[waiting.pop()]):
            if path in files and path not in wanted:
                wanted[path] = None
                waiting.append(path)
    return Backend(
        tuple(each for path, each in files.items() if path in wanted),
        known.tables,
        known.revisions,
    )


def _needed(file: GeneratedFile) -> Iterator[str]:
    """The modules that one imports, as paths, with the packages around it and them."""
    modules = {file.path.removesuffix(".py").replace("/", ".")}
    for node in ast.walk(ast.parse(file.text)) if file.path.endswith(".py") else ():
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            modules.add(node.module)
            modules.update(f"{node.module}.{each.name}" for each in node.names)
        elif isinstance(node, ast.Import):
            modules.update(each.name for each in node.names)
    for module in sorted(modules):
        path = module.replace(".", "/")
        yield f"{path}.py"
        parts = path.split("/")
        yield from ("/".join([*parts[:end], "__init__.py"]) for end in range(1, len(parts) + 1))
