"""The parts of a Word document that are the same for every page: styles, the list, settings, and what leads to them."""

from __future__ import annotations

__all__ = ["DECLARATION", "NAMESPACES", "fixed_parts"]

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OOXML = "http://schemas.openxmlformats.org"
_OFFICE = f"{_OOXML}/officeDocument/2006/relationships"
_PACKAGE = f"{_OOXML}/package/2006"
NAMESPACES = f'xmlns:w="{_OOXML}/wordprocessingml/2006/main"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_PARTS = ("styles", "numbering", "settings")

_FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
_LANGUAGE = '<w:lang w:val="en-GB" w:eastAsia="en-GB"/>'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def fixed_parts(*, title: str) -> tuple[tuple[str, str], ...]:
    """Return the names and the XML of the parts.

    Args:
        title: of the document, as XML text.
    """
    overrides = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{part}+xml"/>' for part in _PARTS)
    return (
        (
            "[Content_Types].xml",
            f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{overrides}'
            f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/></Types>',
        ),
        (
            "_rels/.rels",
            _relations(
                ("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
                ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ),
        ),
        (
            "docProps/core.xml",
            f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
            "<dc:language>en-GB</dc:language></cp:coreProperties>",
        ),
        (
            "word/_rels/document.xml.rels",
            _relations(*((part, f"{_OFFICE}/{part}", f"{part}.xml") for part in _PARTS)),
        ),
        ("word/styles.xml", _styles()),
        ("word/numbering.xml", _numbering()),
        (
            "word/settings.xml",
            f'{DECLARATION}<w:settings {NAMESPACES}><w:compat><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
            '<w:themeFontLang w:val="en-GB"/></w:settings>',
        ),
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    written = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in relations)
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


def _styles() -> str:
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="AEB7BD"/>' for side in _SIDES)
    cell = '<w:spacing w:before="60" w:after="60" w:line="264" w:lineRule="auto"/>'
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{_FONT}"
        f'<w:sz w:val="24"/><w:szCs w:val="24"/>{_LANGUAGE}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        + _style("Normal", "Normal", '<w:spacing w:after="160" w:line="276" w:lineRule="auto"/>', _LANGUAGE)
        + _heading(1, 36)
        + _heading(2, 28)
        + _style("TableText", "Table Text", cell)
        + _style("TableWord", "Table Word", cell, "<w:b/>")
        + _style(
            "TableList",
            "Table List",
            f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{cell}<w:ind w:left="340" w:hanging="340"/>',
        )
        + _style("Credit", "Credit", '<w:spacing w:before="240"/>', '<w:sz w:val="20"/>')
        + '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style></w:styles>"
    )


def _heading(level: int, half_points: int) -> str:
    return _style(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="160"/><w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>',
    )


def _style(key: str, name: str, paragraph: str, run: str = "") -> str:
    """Return a paragraph style. All but Normal are based on it, and so are in its language."""
    default = ' w:default="1"' if key == "Normal" else ""
    based_on = "" if default else '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>{based_on}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _numbering() -> str:
    return (
        f'{DECLARATION}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="\u2022"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
