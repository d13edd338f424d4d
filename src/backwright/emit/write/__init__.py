"""Files onto a disk: compared with what stands there, staged, journalled, swapped."""

from backwright.emit.write.apply import Target, recover, write
from backwright.emit.write.changes import Action, Change, Changes, Place
from backwright.emit.write.compare import compare

__all__ = ["Action", "Change", "Changes", "Place", "Target", "compare", "recover", "write"]
