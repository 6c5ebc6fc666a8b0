"""Make Word files with every structure that papers have."""

from __future__ import annotations

import io
import zipfile

__all__ = [
    "NAMESPACES",
    "STRICT",
    "cell",
    "field_character",
    "instruction",
    "paragraph",
    "run",
    "styled",
    "word_file",
    "zipped",
]

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
STRICT = NAMESPACES.replace(
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DEFAULTS = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
)
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Board"><w:name w:val="Board heading"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring2"/></w:style>
<w:style w:type="paragraph" w:styleId="Ring2"><w:name w:val="Ring 2"/><w:basedOn w:val="Ring"/></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
"""


def run(text: str, properties: str = "") -> str:
    """A run with one piece of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph; plain text becomes a run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if '<' in content else run(content)}</w:p>"


def styled(style: str, content: str) -> str:
    """A paragraph in a style."""
    return paragraph(content, f'<w:pStyle w:val="{style}"/>')


def cell(content: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if '<' in content else paragraph(content)}</w:tc>"


def field_character(kind: str) -> str:
    """The start, middle or end of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    """What a field is to do."""
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word_file(body: str, *, namespaces: str = NAMESPACES, main: str = "word/document.xml", **parts: str) -> bytes:
    """A Word file; ``footnotes="..."`` and the like are further parts, each with its relationship."""
    links, types = [], [f'<Override PartName="/{main}" ContentType="{CONTENT}.document.main+xml"/>']
    files: dict[str, str | bytes] = {}
    roots = {"header1": "hdr", "header2": "hdr", "footer1": "ftr"}
    for name, content in {"styles": STYLES, **parts}.items():
        kind = name.rstrip("12")
        links.append(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>')
        types.append(f'<Override PartName="/word/{name}.xml" ContentType="{CONTENT}.{kind}+xml"/>')
        root = roots.get(name, name)
        files[f"word/{name}.xml"] = f"<w:{root} {namespaces}>{content}</w:{root}>"
    folder, _, base = main.rpartition("/")
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{DEFAULTS}{"".join(types)}</Types>',
            "_rels/.rels": _links(f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="{main}"/>'),
            main: f"<w:document {namespaces}><w:body>{body}</w:body></w:document>",
            f"{folder}/_rels/{base}.rels": _links("".join(links)),
            **files,
        }
    )


def _links(content: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{content}</Relationships>'
