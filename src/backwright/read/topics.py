"""What a section of a specification is about, told by its headings in several languages."""

import re
from enum import StrEnum
from typing import Final

from backwright.read.blocks import Section
from backwright.read.inline import spoken


class Topic(StrEnum):
    REQUIREMENTS = "requirements"
    SCENARIOS = "scenarios"
    EDGE_CASES = "edge_cases"
    KEY_ENTITIES = "key_entities"
    SUCCESS = "success"
    CLARIFICATIONS = "clarifications"
    PROCESS = "process"
    ASIDE = "aside"
    NONE = "none"


_WORDS: Final = (
    (
        Topic.PROCESS,
        r"execution (?:flow|status)|review (?:& |and )?acceptance checklist|quick guidelines"
        r"|for ai generation|section requirements|content quality|requirement completeness"
        r"|checklist|quality gates?|validation results|feature readiness|process$",
    ),
    (
        Topic.EDGE_CASES,
        r"\b(?:edge|corner|boundary) cases?\b|^error (?:handling|cases|scenarios"
        r"|conditions)\b|边界情况|边缘情况|邊界|邊緣|엣지|예외 (?:상황|케이스)"
        r"|エッジケース|境界"
        r"|casos? (?:l[ií]mite|extremos?|de borde|de borda)|grenzf[aä]lle|randf[aä]lle"
        r"|cas (?:limites?|particuliers)",
    ),
    (
        Topic.CLARIFICATIONS,
        r"\bclarifications?\b|\bq ?& ?a\b|questions? (?:and|&) answers?|open questions?"
        r"|resolved questions?|澄清|명확화|確認事項|aclaraciones|klärungen|clarificações",
    ),
    (
        Topic.SUCCESS,
        r"success (?:criteria|metrics|measures)|measurable outcomes?|成功标准|成功標準|성공 기준"
        r"|측정 가능한|成功基準|criterios de [eé]xito|erfolgskriterien|critères de succès",
    ),
    (
        Topic.KEY_ENTITIES,
        r"\b(?:key|core|main|domain|data) (?:entities|entity|objects)\b|^entities\b"
        r"|关键实体|主要實體|关键實體|核心實體|주요 엔티티|핵심 엔티티|主要エンティティ"
        r"|entidades|^entit[aä]ten|^entités",
    ),
    (
        Topic.ASIDE,
        r"\bassumptions?\b|\bdependenc(?:y|ies)\b|\bout of scope\b|\bnon-?\s?goals?\b|\bin scope\b"
        r"|\breferences?\b|\bglossary\b|\boverview\b|\bbackground\b|\brisks?\b|\bfuture\b"
        r"|\bchange ?log\b|\bnext steps\b|\bvision\b|\bsummary\b|\bintroduction\b|\bpurpose\b"
        r"|\bmotivation\b|\bexclusions?\b|假设|假設|前提|依赖|相依|의존성|가정|범위|参考",
    ),
    (
        Topic.SCENARIOS,
        r"\buser (?:scenarios?|stor(?:y|ies)|journeys?)\b|\bacceptance "
        r"(?:scenarios?|criteria|tests?)\b"
        r"|\bscenarios?\b|\buse cases?\b|用户(?:场景|故事)"
        r"|使用者(?:情境|故事|場景)"
        r"|사용자 (?:시나리오|스토리)"
        r"|ユーザー(?:シナリオ|ストーリー)|historias? de usuario|escenarios|nutzerszenarien",
    ),
    (
        Topic.REQUIREMENTS,
        r"\brequirements?\b|\b(?:business|validation|authorization|access|security|data) rules?\b"
        r"|^rules$|^constraints\b|\bapi endpoints?\b"
        r"|需求|要求|要件|요구\s?사항|requisitos|requerimientos"
        r"|anforderungen|exigences",
    ),
)
_TOPICS: Final = tuple((topic, re.compile(words)) for topic, words in _WORDS)


def topic_of_title(title: str) -> Topic:
    """What a heading says, alone."""
    text = spoken(title)
    return next((topic for topic, words in _TOPICS if words.search(text)), Topic.NONE)


def topic(section: Section) -> Topic:
    """The innermost heading above a text that says what it is about, decides."""
    for heading in reversed(section.path):
        if heading.level == 1 and len(section.path) > 1:
            continue
        found = topic_of_title(heading.text)
        if found is not Topic.NONE:
            return found
    return Topic.NONE
