"""Which pieces a backend needs: no piece stands without one of these answers."""

from backwright.contract.model import Contract
from backwright.contract.operations import Credentials, Operation, Purpose
from backwright.contract.policies import Issuer, MailedToken, Proves
from backwright.shape import Shape

_URLENCODED = "urlencoded"


def database(contract: Contract) -> bool:
    return bool(contract.entities)


def rows_by_name(contract: Contract) -> bool:
    """Some body makes the rows that it names."""
    return any(assign.makes for each in contract.inputs for assign in each.assigns)


def tokens(contract: Contract) -> bool:
    """Somebody is signed in: tokens are read."""
    return contract.auth.issuer is not Issuer.NONE


def own_users(contract: Contract) -> bool:
    """Users register here: passwords are kept, tokens are issued."""
    return contract.auth.issuer is Issuer.OWN


def refresh_tokens(contract: Contract) -> bool:
    return own_users(contract) and contract.auth.refresh_seconds > 0


def sessions(contract: Contract) -> bool:
    """What a sign-in began can be ended: rows tell which of them go on."""
    ends = any(
        each.access.credentials is Credentials.REQUIRED
        for each in with_purpose(contract, Purpose.LOGOUT)
    )
    ends = ends or bool(with_purpose(contract, Purpose.RESET_PASSWORD))
    return refresh_tokens(contract) or (own_users(contract) and ends)


def mailed_tokens(contract: Contract) -> tuple[MailedToken, ...]:
    """Those that some operation takes."""
    takes = {Proves.RESET: Purpose.RESET_PASSWORD, Proves.VERIFICATION: Purpose.VERIFY}
    return tuple(
        each for each in contract.auth.mailed if with_purpose(contract, takes[each.proves])
    )


def sends(contract: Contract, proves: Proves) -> bool:
    """Whether some operation makes such a token, to be sent."""
    if all(each.proves is not proves for each in mailed_tokens(contract)):
        return False
    asked = {
        Proves.RESET: (Purpose.REQUEST_RESET,),
        Proves.VERIFICATION: (Purpose.REQUEST_VERIFICATION, Purpose.REGISTER),
    }
    return any(with_purpose(contract, each) for each in asked[proves])


def cors(contract: Contract) -> bool:
    return bool(contract.policies.cors_origins or contract.policies.cors_variable)


def rate_limit(contract: Contract) -> bool:
    return bool(contract.policies.rate_limits) and _refused(contract, "too_many")


def body_limit(contract: Contract) -> bool:
    return contract.policies.body_limit > 0 and _refused(contract, "too_large")


def _refused(contract: Contract, reason: str) -> bool:
    """Whether a limit meets anything: without a body there is nothing to be too large."""
    return any(each.reason == reason for one in contract.operations for each in one.refusals)


def forms(contract: Contract) -> bool:
    """A body comes as a form, which FastAPI reads by a library of its own."""
    types = [each.body.content_type for each in contract.operations if each.body is not None]
    return any(_URLENCODED in each or "multipart" in each for each in types)


def email_addresses(contract: Contract) -> bool:
    """Something is checked to be an e-mail address."""
    columns = [field.shape for entity in contract.entities for field in entity.fields]
    bodies = [own.shape for schema in contract.schemas for own in schema.properties]
    parameters = [each.shape for one in contract.operations for each in one.parameters]
    return any(_is_email(each) for each in (*columns, *bodies, *parameters))


def _is_email(shape: Shape) -> bool:
    inner = (*shape.options, *((shape.items,) if shape.items is not None else ()))
    return shape.format == "email" or any(_is_email(each) for each in inner)


def with_purpose(contract: Contract, purpose: Purpose) -> tuple[Operation, ...]:
    return tuple(each for each in contract.operations if each.purpose is purpose)
