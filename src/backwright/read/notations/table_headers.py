"""What the columns of a table of fields are about, by their headers in many variants."""

import re
from typing import Final

from backwright.read.inline import plain

_HEADERS: Final = {
    "name": (
        "field fields column columns attribute property name key field_name "
        "column_name attribute_name"
        " property_name member variable 字段 字段名 栏位 欄位 欄位名稱 列 列名 属性 屬性 名称"
        " 필드 필드명 컬럼 컬럼명"
        " 속성 이름 フィールド カラム 項目 campo atributo columna feld attribut spalte champ nom"
    ),
    "type": (
        "type data_type datatype sql_type db_type python_type column_type "
        "field_type types postgresql_type"
        " type/format 类型 類型 数据类型 資料類型 資料型別 型別 타입 자료형 데이터_타입"
        " 유형 型 tipo "
        "tipo_de_dato typ datentyp type_de_données"
    ),
    "constraints": (
        "constraints constraint rules rule validation validations "
        "validation_rules restrictions modifiers"
        " constraints/notes constraints_/_notes constraints_/_validation "
        "constraints/validation sql_constraints"
        " db_constraints limits 约束 約束 限制 约束条件 제약 제약_조건 제약조건 검증 制約"
        " restricciones "
        "einschränkungen contraintes"
        " attributes options extra"
    ),
    "required": "required required? req mandatory 必填 必需 是否必填 필수 필수_여부 必須 "
    "obligatorio "
    "requerido pflicht",
    "nullable": "nullable nullable? null null? optional optional? is_null allow_null 可空 "
    "可为空 可否為空 널_허용",
    "default": "default defaults default_value 默认 默认值 預設 預設值 기본값 デフォルト "
    "predeterminado standard",
    "description": (
        "description desc notes note comment comments purpose meaning details remarks explanation"
        " description/notes description_/_notes 描述 说明 說明 备注 備註 설명 비고 説明 "
        "descripción descripcion descrição beschreibung"
    ),
    "values": "values allowed_values enum enum_values options_values possible_values valid_values",
    "minimum": "min minimum min_length min_len min_value",
    "maximum": "max maximum max_length length size max_len max_value",
    "references": "references reference foreign_key fk ref refers_to relation references_table",
    "unique": "unique unique? 唯一 유니크",
    "index": "index indexed indexed? indexes 索引 인덱스",
    "key": "key pk/fk primary_key pk keys",
    "on_delete": "on_delete ondelete",
    "entity": "table entity model table_name",
}
_KINDS: Final = {
    header.replace("_", " "): kind
    for kind, headers in _HEADERS.items()
    for header in headers.split()
}


def kinds(header: tuple[str, ...]) -> tuple[str, ...]:
    """The kind of each column; empty where the header is none of these."""
    found: list[str] = []
    for cell in header:
        words = " ".join(re.sub(r"[*`:?]", " ", plain(cell)).lower().split())
        kind = _KINDS.get(words) or _KINDS.get(re.sub(r"\s*\([^)]*\)", "", words)) or ""
        if kind == "name" and "name" in found:
            kind = "key" if words == "key" else ""
        elif kind in found and kind not in {"constraints", "description"}:
            kind = ""
        found.append(kind)
    return tuple(found)


def is_field_table(kinds_: tuple[str, ...]) -> bool:
    """A name beside a type; or, without a type, beside two columns about the value."""
    if "name" not in kinds_ or kinds_.index("name") > 1:
        return False
    if "type" in kinds_:
        return True
    about = {"required", "nullable", "default", "maximum", "unique", "values"}
    return len(about & set(kinds_)) > 1
