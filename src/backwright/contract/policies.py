"""What holds for the whole backend."""

from dataclasses import dataclass
from enum import StrEnum

from backwright.shape import Literal, Scalar


class Issuer(StrEnum):
    NONE = "none"
    """No operation is protected."""
    OWN = "own"
    """The backend registers users and signs tokens."""
    EXTERNAL = "external"
    """Somebody else signs tokens with a shared secret."""


@dataclass(frozen=True, slots=True)
class PasswordRule:
    minimum: int = 8
    maximum: int = 128
    classes: tuple[str, ...] = ()
    """Each must occur: `lower`, `upper`, `digit`, `special`, `letter`."""


class Proves(StrEnum):
    RESET = "reset"
    """Whoever shows it may set a new password."""
    VERIFICATION = "verification"
    """Whoever shows it reads what is sent to the address."""


@dataclass(frozen=True, slots=True)
class MailedToken:
    """A token that is sent to a user's address and is good once; only its hash is kept."""

    proves: Proves
    entity: str
    """Its table: the data model's, or one of our own."""
    token: str
    """The column that holds the SHA-256."""
    user: str
    """The column that holds the user's key."""
    expires: str
    used: str = ""
    """A boolean that is set when it has been used; a row without any mark is deleted then."""
    used_at: str = ""
    seconds: int = 3600
    replaces: bool = False
    """A new one ends those that were sent before."""
    verified: str = ""
    """Of a VERIFICATION: the user's column that is set, a boolean or a datetime."""
    shuts: bool = False
    """Of a VERIFICATION: nobody signs in before."""


@dataclass(frozen=True, slots=True)
class Auth:
    issuer: Issuer
    user: str = ""
    """The entity that signs in; empty unless the issuer is OWN."""
    login: str = "email"
    """The field by which a user signs in."""
    password: str = "password_hash"
    role: str = ""
    """The field (or, of an external issuer, the claim) that holds the role."""
    active: str = ""
    """A boolean field that must be true to sign in and stay signed in."""
    subject: str = "sub"
    subject_kind: str = "uuid"
    """`uuid`, `integer` or `string`: what the subject claim holds."""
    algorithm: str = "HS256"
    secret_variable: str = "JWT_SECRET"
    access_seconds: int = 900
    refresh_seconds: int = 0
    """0: there are no refresh tokens."""
    audience: str = ""
    token_issuer: str = ""
    token_url: str = ""
    """Path of the login operation, for *Authorize* in the docs."""
    token_form: bool = False
    """The login operation takes a form (OAuth 2), not JSON."""
    password_rule: PasswordRule = PasswordRule()
    mailed: tuple[MailedToken, ...] = ()
    """At most one for each thing that it can prove."""

    def mails(self, proves: Proves) -> MailedToken | None:
        return next((each for each in self.mailed if each.proves is proves), None)


class ErrorStyle(StrEnum):
    DETAIL = "detail"
    """FastAPI's own: `{"detail": …}`."""
    PROBLEM = "problem"
    """RFC 9457."""
    ENVELOPE = "envelope"
    """Any other object: `ErrorForm.template`."""


@dataclass(frozen=True, slots=True)
class ErrorForm:
    style: ErrorStyle = ErrorStyle.DETAIL
    schema: str = ""
    """The author's Schema of errors, if there is one."""
    template: tuple[tuple[str, Literal], ...] = ()
    """Of an envelope: wire path (`error.code`) → `$code` (SNAKE_CASE key), `$message`, `$status`,
    `$details` (list of field errors), `$request_id`, `$timestamp`, `$path`, or a constant."""


@dataclass(frozen=True, slots=True)
class RateLimit:
    count: int
    seconds: int
    operations: tuple[str, ...] = ()
    """Operation ids; empty means all."""


@dataclass(frozen=True, slots=True)
class Policies:
    foreign_status: int = 404
    path_user_status: int = 403
    invalid_status: int = 422
    errors: ErrorForm = ErrorForm()
    body_limit: int = 0
    """Bytes; 0 means that none is stated."""
    rate_limits: tuple[RateLimit, ...] = ()
    cors_origins: tuple[str, ...] = ()
    """Allowed origins; read from the environment with these as the default."""
    cors_variable: str = ""
    database_variable: str = "DATABASE_URL"
    api_prefix: str = ""
    unknown_fields: str = "ignore"
    """`ignore` or `forbid`."""
    roles: tuple[Scalar, ...] = ()
