"""Who must be signed in, and who need not."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences import capability
from backwright.read.sentences.sentence import Sentence, joined
from backwright.read.sentences.verbs import first_deed
from backwright.read.sentences.vocabulary import Vocabulary

_REQUIRED: Final = re.compile(
    r"\b(?:(?:require|requires|requiring|enforce|validate"
    r"|verify)\b[^.;]{0,40}\b(?:authentication|jwt|bearer|access tokens?|valid tokens?)"
    r"|protect(?:s|ed)?\b[^.;]{0,40}\b(?:endpoints?|routes?|resources?|operations?)"
    r"|authenticate\b[^.;]{0,50}\b(?:requests?|users?|api)"
    r"|(?:jwt|token|bearer)[- ](?:based )?(?:\w+ )?authentication"
    r"|must (?:authenticate|be (?:authenticated|logged in|signed in))"
    r"|(?:verify|validate|check)s?\b[^.;]{0,20}\b(?:jwt|tokens?)(?: token"
    r"| tokens)?(?: signature)?\b"
    r"|reject\w*\b[^.;]{0,40}\b(?:expired|invalid|missing)\b[^.;]{0,30}\btokens?"
    r"|(?:reject|refuse|den(?:y|ies)|401)\b[^.;]{0,30}\bwithout (?:an? )?(?:valid )?"
    r"(?:jwt |access |auth\w* )?(?:tokens?|credentials)"
    r"|extract\b[^.;]{0,40}\b(?:identity|user id)\b[^.;]{0,30}\b(?:jwt|token)s?"
    r"|(?:identity"
    r"|user id)\b[^.;]{0,30}\bfrom (?:the )?(?:\w+ claim of the )?(?:validated )?(?:jwt|token)"
    r"|validate user authentication|unauthenticated (?:access|requests?|users?)"
    r"|requires? (?:a )?(?:valid )?(?:jwt )?(?:authentication|token|login|sign-?in))\b",
    re.IGNORECASE,
)
_SIGNED_IN: Final = re.compile(
    r"\b(?:authenticated|logged[- ]in|signed[- ]in|registered) (?:\w+ )?(?:users?|customers?"
    r"|members?|admin\w*)\b",
    re.IGNORECASE,
)
_PUBLIC: Final = re.compile(
    r"\b(?:without (?:requiring )?(?:any )?(?:authentication|login|logging in|signing in|a token)|"
    r"no (?:authentication|login|auth)\b(?: (?:is )?(?:required|needed))?"
    r"|(?:all )?(?:endpoints?|apis?) (?:are|is) public|"
    r"publicly (?:accessible|available|readable)|does not require (?:authentication|login)|"
    r"(?:anonymous|unauthenticated) (?:users?|visitors?) (?:can|may|must be able to)|"
    r"allow(?:s)? (?:anonymous )?(?:visitors?|guests?|anyone|anybody) to|public endpoints?"
    r"|to (?:anonymous|unauthenticated) (?:users?|visitors?)|to (?:everyone|anyone|anybody"
    r"|visitors|guests)(?! (?:but|except|else|other|who)))\b",
    re.IGNORECASE,
)
_OWN_ACCOUNT: Final = re.compile(
    r"\b(?:register|sign up|log ?in|sign in|create (?:an )?accounts?)\b", re.IGNORECASE
)
_WHOLE: Final = re.compile(r"\b(?:endpoints?|apis?|operations?) (?:are|is) public\b", re.IGNORECASE)
_OF_A_USER: Final = re.compile(r"\{user|/me\b", re.IGNORECASE)
_CREDENTIALS: Final = re.compile(r"token|session|login|auth|credential", re.IGNORECASE)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    public = sentence.find(_PUBLIC)
    if public is not None and (_refused(sentence, public) or _denied(sentence, public)):
        public = None
    if public is not None:
        if sentence.find(_OWN_ACCOUNT) is None:
            yield from _public(sentence, vocabulary)
    elif sentence.find(_REQUIRED) or _signed_in(sentence, vocabulary):
        operations = _operations(sentence, vocabulary)
        entity = _entity(sentence, vocabulary)
        named = [m for m in sentence.entities if m.entity == entity][:1]
        others = [] if operations else [m.entity for m in joined(sentence, named)]
        for each in dict.fromkeys((entity, *others)):
            yield sentence.says(SentenceKind.AUTH_REQUIRED, entity=each, operations=operations)


def _public(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    """Whoever may look may not yet write: only what is named, or else reading, is open."""
    entity = _entity(sentence, vocabulary)
    operations = _operations(sentence, vocabulary, public=True)
    if not operations and entity and sentence.find(_WHOLE) is None:
        deed = first_deed(sentence, 0, len(sentence.text))
        looks = deed is None or deed.verb in {"list", "get"}
        verbs = ("list", "get") if looks or deed is None else (deed.verb,)
        about = entity if deed is None else deed.entity
        found = (vocabulary.operations_of(about, verb) for verb in verbs)
        operations = tuple(each for some in found for each in some if not _OF_A_USER.search(each))
        if not operations:
            return
    yield sentence.says(
        SentenceKind.PUBLIC,
        entity=entity,
        operations=operations,
        value="" if entity or operations else "all",
    )


def _signed_in(sentence: Sentence, vocabulary: Vocabulary) -> bool:
    match = sentence.find(_SIGNED_IN)
    if match is None or sentence.find(_OWN_ACCOUNT):
        return False
    return not match.group().lower().startswith("registered") or bool(_entity(sentence, vocabulary))


def _operations(
    sentence: Sentence, vocabulary: Vocabulary, *, public: bool = False
) -> tuple[str, ...]:
    """Those that it names, else those of the deeds that it names."""
    deeds = [] if sentence.operations else list(capability.read(sentence, vocabulary))
    found = [
        each
        for deed in deeds
        for each in vocabulary.operations_of(deed.entity, deed.verb)
        if not public or not _OF_A_USER.search(each)
    ]
    return sentence.operations or tuple(dict.fromkeys(found))


def _refused(sentence: Sentence, match: re.Match[str]) -> bool:
    """`requests without a token are rejected` does not make anything public."""
    text = sentence.text.lower()
    return any(
        each in text
        for each in ("reject", "401", "return", "deny", "denies", "prevent", "redirect")
    ) and ("without" in match.group().lower() or "unauthenticated" in match.group().lower())


def _denied(sentence: Sentence, match: re.Match[str]) -> bool:
    """`never shown to visitors`: what does not itself begin with a negation may be negated."""
    own = match.group().lower().startswith(("no ", "without", "does not"))
    return not own and sentence.negated(match.start())


def _entity(sentence: Sentence, vocabulary: Vocabulary) -> str:
    user = vocabulary.user()
    named = (m.entity for m in sentence.entities if m.entity != user)
    return next((each for each in named if not _CREDENTIALS.search(each)), "")
