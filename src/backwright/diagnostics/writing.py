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
NOT_OURS: Final = Declared(
    code="BW551",
    severity=Severity.WARNING,
    message="{path} stands there already, and no run of ours wrote it; it was left alone",
    help="Compare it with {path}.backwright-new, take what you want, and delete that file.",
    page=(
        "Nothing that somebody wrote is overwritten. The text that the contract needs lies beside\n"
        "the file, with `.backwright-new` at its end. Once you delete it, the file counts as\n"
        "yours with our text as its base: later changes are merged into it.\n"
    ),
)
CONFLICT: Final = Declared(
    code="BW552",
    severity=Severity.WARNING,
    message="{path} was changed by hand where the contract changes it, too; it was left alone",
    help="Take what you need from {path}.backwright-new, and delete that file.",
    page=(
        "A file that you changed is merged with what is emitted now, line by line, over the text\n"
        "that was emitted last. Here both changed the same lines, or the merge would no longer be\n"
        "valid Python. The file stays as it is; the new text lies beside it.\n"
    ),
)
LEFT: Final = Declared(
    code="BW553",
    severity=Severity.NOTE,
    message="{path} is not needed any more, but you changed it; it was left there",
    help="Delete it if you do not need it.",
    page=(
        "Files that the contract no longer needs are removed, and only if nobody changed them\n"
        "since they were emitted.\n"
    ),
)
REFUSED: Final = Declared(
    code="BW554",
    severity=Severity.ERROR,
    message="{path} is not written: {reason}",
    help="Rename what the file is named after, or replace the link; nothing was written.",
    page=(
        "Specifications are untrusted text. No name in them, and no symbolic link in the output\n"
        "folder, can put a file anywhere else than below that folder.\n"
    ),
)
NOT_WRITTEN: Final = Declared(
    code="BW555",
    severity=Severity.ERROR,
    message="{path} cannot be written: {reason}",
    help="Nothing was changed. Make room, or grant the right to write there, and run it again.",
    page=(
        "All files are written beside first and then swapped in. Where one of them cannot be,\n"
        "those that were swapped already are put back.\n"
    ),
)
RUNNING: Final = Declared(
    code="BW556",
    severity=Severity.ERROR,
    message="another run (process {pid}) writes to this project just now",
    help="Wait until it has ended.",
    page=(
        "Two runs at once would each take the other's files for changes made by hand. The lock,\n"
        "`.backwright/running`, is let go of by the system when its holder ends or is killed.\n"
    ),
)
NO_PYTHON: Final = Declared(
    code="BW557",
    severity=Severity.WARNING,
    message="{path} is yours and no valid Python; nothing was appended to it",
    help="Correct it and run this again, or take what you need from {path}.backwright-new.",
    page="Missing functions can be told only where the file can be parsed.\n",
)
RECOVERED: Final = Declared(
    code="BW558",
    severity=Severity.NOTE,
    message="an earlier run was interrupted while it wrote; its changes were {did}",
    help="Nothing to do.",
    page=(
        "Every swap of files is journalled. A run that was killed is finished by the next\n"
        "command, or undone where its staged files are gone.\n"
    ),
)
UNFINISHED: Final = Declared(
    code="BW559",
    severity=Severity.ERROR,
    message="an interrupted run can be neither finished nor undone: {reason}",
    help="Restore the files from version control and delete journal.json and staged/ in there.",
    page=(
        "The journal of an interrupted run is damaged, leads out of the project, or the disk\n"
        "refuses. If it wrote to a folder outside of the project, name that one with `--output`.\n"
    ),
)
OUTSIDE: Final = Declared(
    code="BW560",
    severity=Severity.ERROR,
    message="the output folder {path} leads out of the project",
    help="Name it with --output if that is meant.",
    page=(
        "A link, or a path in `.backwright/lock.json`, that leads elsewhere could have come with\n"
        "a foreign repository. It is followed only if the command line says so.\n"
    ),
)
WAITING: Final = Declared(
    code="BW561",
    severity=Severity.WARNING,
    message="{path}.backwright-new still waits for you",
    help="Take what you want from it into {path}, and delete it.",
    page="An earlier run could not change the file and put its proposal beside it.\n",
)
GONE: Final = Declared(
    code="BW562",
    severity=Severity.WARNING,
    message="{feature} was implemented before, and its folder is not there any more",
    help="Restore the folder if its operations shall stay; what it alone asked for is removed.",
    page=(
        "A backend is built from all features that were implemented into it. One whose folder has\n"
        "gone asks for nothing any more.\n"
    ),
)
WITHOUT_ORIGIN: Final = Declared(
    code="BW563",
    severity=Severity.ERROR,
    message="{aspect} has no origin in any document, decision or standard",
    help="This is a defect of the binding; please report it.",
    page="Nothing may be invented: every part of a contract is traced back to what asks for it.\n",
)
TESTS_FAILED: Final = Declared(
    code="BW564",
    severity=Severity.ERROR,
    message="the generated tests fail: {summary}",
    help="Nothing was kept. With --no-tests it is; pytest in {path} then shows them whole.",
    page=(
        "The tests that come with a backend assert what its specification says. They fail where\n"
        "code was changed by hand in a way that breaks it, or where what was emitted is wrong.\n"
        "Whatever was written is put back then: every file stands as it stood before.\n"
    ),
)

WRITING: Final = (
    STATE_UNREADABLE,
    NOT_OURS,
    CONFLICT,
    LEFT,
    REFUSED,
    NOT_WRITTEN,
    RUNNING,
    NO_PYTHON,
    RECOVERED,
    UNFINISHED,
    OUTSIDE,
    WAITING,
    GONE,
    WITHOUT_ORIGIN,
    TESTS_FAILED,
)
REFUSING: Final = (STATE_UNREADABLE, REFUSED, NOT_WRITTEN, RUNNING, UNFINISHED, OUTSIDE)
"""With any of these nothing is written at all."""
