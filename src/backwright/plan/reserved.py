"""Names that emitted modules take from Python and from libraries: no class of ours is called so."""

import builtins
from typing import Final

_TYPING: Final = (
    "Annotated", "Any", "AsyncIterator", "Callable", "ClassVar", "Coroutine", "Decimal",
    "Final", "Generic", "Iterable", "Literal", "Mapping", "Protocol", "Self", "Sequence", "StrEnum",
    "T", "TypeVar", "UUID", "TYPE_CHECKING",
)  # fmt: skip
_PYDANTIC: Final = (
    "AfterValidator", "AliasPath", "AwareDatetime", "BaseModel", "BaseSettings", "BeforeValidator",
    "ConfigDict", "EmailStr", "Field", "MISSING", "PlainSerializer", "RootModel", "SecretStr",
    "StrictInt", "StringConstraints", "ValidationError",
)  # fmt: skip
_DATABASE: Final = (
    "AsyncEngine", "AsyncSession", "BigInteger", "CheckConstraint", "ColumnElement", "DBAPIError",
    "ForeignKeyConstraint", "Index", "IntegrityError", "JSON", "Mapped", "MetaData", "Relationship",
    "SQLModel", "Select", "TableModel", "UniqueConstraint",
)  # fmt: skip
_WEB: Final = (
    "APIRouter", "Body", "Cookie", "Depends", "FastAPI", "File", "Form", "HTTPException", "Header",
    "JSONResponse", "Middleware", "OAuth2PasswordBearer", "Path", "Query", "Request", "Response",
    "Security", "Settings", "UploadFile",
)  # fmt: skip
_CORE: Final = (
    "AccessTokens", "AppError", "BadRequest", "BodyLimit", "BodyTooLarge", "Caller", "Conflict",
    "CurrentUser", "PreconditionFailed", "PreconditionRequired",
    "Forbidden", "Handler", "InvalidInput", "InvalidToken", "Maybe", "NeedsCode", "NotFound",
    "Page", "PageQuery", "RateLimit", "Refusal", "SessionDep", "Text", "TokensDep",
    "TooManyRequests", "Unauthorized", "UnreadableBody",
)  # fmt: skip

CLASSES: Final = frozenset((*_TYPING, *_PYDANTIC, *_DATABASE, *_WEB, *_CORE, *dir(builtins)))
"""A class with one of these names would hide what the modules around it import."""
