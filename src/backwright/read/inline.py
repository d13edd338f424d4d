"""Marks inside a line of Markdown, taken off: what remains is what a reader sees."""

import re
from typing import Final

_LONGEST: Final = 20_000
"""Characters; in anything longer only the commonest marks are taken off, in linear time."""
_CODE: Final = re.compile(r"(?<!`)(`{1,3})(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_IMAGE: Final = re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)")
_LINK: Final = re.compile(r"\[([^\]\n]{1,300})\]\([^)\s]{0,500}(?:\s+\"[^\"]{0,200}\")?\)")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:b|i|u|s|em|strong|code|sub|sup|kbd|del|mark|small|span|div|p|details|summary|center)"
    r"(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
_STAR: Final = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\*(?![\w*])")
_UNDERSCORE: Final = re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s_])_(?![\w_])")
_STRONG_UNDERSCORE: Final = re.compile(r"(?<![\w_])__(?=[^\s_])([^_\n]*\s[^_\n]*?)__(?![\w_])")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITIES: Final = (("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def plain(text: str) -> str:
    """One line without marks; code keeps its characters and loses its ticks."""
    if len(text) > _LONGEST:
        return " ".join(text.replace("**", "").replace("`", "").split())
    text, parts, end = _COMMENT.sub(" ", text), [], 0
    for match in _CODE.finditer(text):
        parts += [_prose(text[end : match.start()]), match[2].strip()]
        end = match.end()
    parts.append(_prose(text[end:]))
    return " ".join("".join(parts).split())


def spoken(text: str) -> str:
    """Words only, in lower case: to compare headings and labels."""
    return " ".join(re.sub(r"[^\w\s&'/+-]", " ", plain(text).lower()).split())


def _prose(text: str) -> str:
    text = _TAG.sub("", _BREAK.sub(" ", text))
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _STRONG_UNDERSCORE.sub(r"\1", text.replace("***", "").replace("**", ""))
    text = _UNDERSCORE.sub(r"\1", _STAR.sub(r"\1", text))
    text = _ESCAPE.sub(r"\1", text).replace("~~", "")
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text
