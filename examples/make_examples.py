"""Make ``board-paper.docx`` and ``board-paper.pdf`` from ``board-paper.md``.

Run ``python examples/make_examples.py``. The Word file comes out the same, byte for byte, each time. The PDF is made
from it by LibreOffice, and only where ``soffice`` is on the path; elsewhere the PDF stays as it is. LibreOffice
dates each PDF, so commit a new one only where the paper has changed.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import click
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

HERE = Path(__file__).resolve().parent
FOOTER = "Merebrook and Vale ICB - public meeting - October 2026"
AUTHOR = "Merebrook and Vale Integrated Care Board"
MADE = "2026-10-01T09:00:00Z"

_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = 11906, 16838, 1134  # A4, with margins of 2 cm, in twentieths of a point
_NARROWEST, _WIDEST = 9, 45  # limits, in characters, on what one column may ask for
_HEADINGS = {"h1": "Title", "h2": "Heading1", "h3": "Heading2"}
_BULLETS, _FIRST_NUMBERED = 1, 2
_TABLE, _LIST_ITEM = "<w:tbl>", '<w:p><w:pPr><w:pStyle w:val="ListParagraph"/>'

_TAGGED_PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OOXML = "http://schemas.openxmlformats.org"
_OFFICE = f"{_OOXML}/officeDocument/2006/relationships"
_NAMESPACES = f'xmlns:w="{_OOXML}/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass
class Body:
    """The body of the Word document, as it grows."""

    blocks: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    numbered_lists: int = 0
    title: str = ""

    def follows(self, *starts: str) -> bool:
        """Tell whether the last block begins in one of these ways."""
        return bool(self.blocks) and self.blocks[-1].startswith(starts)

    def add_paragraph(self, inline: Token, style: str, number: int | None = None) -> None:
        """Add a paragraph, or a list item where ``number`` is the list it belongs to."""
        extra = "" if number is None else f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        if style == "Normal" and self.follows(_TABLE, _LIST_ITEM):
            # Tables bring no space of their own, and items of lists only a little.
            extra += '<w:spacing w:before="200"/>'
        self.blocks.append(_paragraph(self._runs(inline), style, extra))

    def add_table(self, tokens: Sequence[Token]) -> None:
        """Add a table; the first row is its heading, and is repeated on each page."""
        rows: list[list[tuple[Token, bool]]] = []
        right = False
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                right = "right" in str(token.attrGet("style") or "")
            elif token.type == "inline":
                rows[-1].append((token, right))
        widths = _column_widths([[len(cell.content) for cell, _ in row] for row in rows])
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        self.blocks.append(
            f'{_TABLE}<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            + "".join(self._row(row, widths, heading=index == 0) for index, row in enumerate(rows))
            + "</w:tbl>"
        )

    def _row(self, cells: Sequence[tuple[Token, bool]], widths: Sequence[int], *, heading: bool) -> str:
        style = "TableHeading" if heading else "TableText"
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="DCE6F0"/>' if heading else ""
        written = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
            + _paragraph(self._runs(cell), style, '<w:jc w:val="right"/>' if right else "")
            + "</w:tc>"
            for (cell, right), width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if heading else ''}</w:trPr>{written}</w:tr>"

    def _runs(self, inline: Token) -> str:
        written, bold, italic, linked = [], False, False, False
        for token in inline.children or ():
            if token.type in ("strong_open", "strong_close"):
                bold = token.nesting > 0
            elif token.type in ("em_open", "em_close"):
                italic = token.nesting > 0
            elif token.type == "link_open":
                self.links.append(str(token.attrGet("href")))
                written.append(f'<w:hyperlink r:id="link{len(self.links)}" w:history="1">')
                linked = True
            elif token.type == "link_close":
                written.append("</w:hyperlink>")
                linked = False
            elif token.type in ("softbreak", "hardbreak", "text", "code_inline"):
                marks = '<w:rStyle w:val="Hyperlink"/>' * linked + "<w:b/>" * bold + "<w:i/>" * italic
                written.append(_run(token.content or " ", marks))
        return "".join(written)


def read_body(markdown: str) -> Body:
    """Return the body of a Markdown text; comments are left out."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    body, lists, style = Body(), list[int](), "Normal"
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == "table_open":
            end = next(at for at in range(position, len(tokens)) if tokens[at].type == "table_close")
            body.add_table(tokens[position:end])
            position = end
        elif token.type == "heading_open":
            style = _HEADINGS[token.tag]
            body.title = body.title or tokens[position + 1].content
        elif token.type == "blockquote_open":
            style = "Quote"
        elif token.type in ("heading_close", "blockquote_close"):
            style = "Normal"
        elif token.type == "bullet_list_open":
            lists.append(_BULLETS)
        elif token.type == "ordered_list_open":
            lists.append(_FIRST_NUMBERED + body.numbered_lists)
            body.numbered_lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "inline":
            body.add_paragraph(token, "ListParagraph" if lists else style, lists[-1] if lists else None)
        position += 1
    if body.follows(_TABLE):
        # Word wants a paragraph after the last table.
        body.blocks.append(_paragraph("", "Normal", ""))
    return body


def _column_widths(lengths: Sequence[Sequence[int]]) -> list[int]:
    """Share the width of the page between columns, by the longest cell of each."""
    asked = [min(max(*column, _NARROWEST), _WIDEST) for column in zip(*lengths, strict=True)]
    return [(_PAGE_WIDTH - 2 * _MARGIN) * each // sum(asked) for each in asked]


def _paragraph(runs: str, style: str, properties: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def _run(text: str, marks: str) -> str:
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _style(name: str, label: str, paragraph: str = "", run: str = "", *, following: str = "Normal") -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    based_on = "" if default else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{label}"/>{based_on}'
        f'<w:next w:val="{following}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def _styles() -> str:
    dark, sides = '<w:color w:val="1F3864"/>', ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F8FA9"/>' for side in sides)
    return (
        f"{_DECLARATION}<w:styles {_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        + _style("Normal", "Normal", '<w:spacing w:after="140" w:line="271" w:lineRule="auto"/>')
        + _style(
            "Title", "Title", '<w:keepNext/><w:spacing w:before="0" w:after="240"/>', f'<w:b/>{dark}<w:sz w:val="40"/>'
        )
        + _style(
            "Heading1",
            "heading 1",
            '<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/>',
            f'<w:b/>{dark}<w:sz w:val="28"/>',
        )
        + _style(
            "Heading2",
            "heading 2",
            '<w:keepNext/><w:keepLines/><w:spacing w:before="220" w:after="100"/><w:outlineLvl w:val="1"/>',
            f'<w:b/>{dark}<w:sz w:val="24"/>',
        )
        + _style(
            "ListParagraph",
            "List Paragraph",
            '<w:spacing w:after="80"/><w:ind w:left="567" w:hanging="397"/>',
            following="ListParagraph",
        )
        + _style(
            "Quote",
            "Quote",
            '<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="7F8FA9"/></w:pBdr>'
            '<w:ind w:left="567" w:right="567"/>',
            "<w:i/>",
        )
        + _style(
            "Footer",
            "footer",
            '<w:spacing w:after="0"/><w:jc w:val="center"/>',
            '<w:color w:val="595959"/><w:sz w:val="18"/>',
        )
        + _style(
            "TableText",
            "Table Text",
            '<w:spacing w:before="50" w:after="50" w:line="252" w:lineRule="auto"/>',
            '<w:sz w:val="20"/>',
        )
        + _style(
            "TableHeading",
            "Table Heading",
            '<w:keepNext/><w:spacing w:before="50" w:after="50" w:line="252" w:lineRule="auto"/>',
            '<w:b/><w:sz w:val="20"/>',
        )
        + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style></w:styles>"
    )


def _numbering(numbered_lists: int) -> str:
    """Return the bullets, and one list of its own for each numbered list, so that each begins at 1."""

    def abstract(key: int, kind: str, text: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="567" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>'
        )

    keys = range(_BULLETS, _FIRST_NUMBERED + numbered_lists)
    kinds = [abstract(key, *(("bullet", "\u2022") if key == _BULLETS else ("decimal", "%1."))) for key in keys]
    numbers = [f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in keys]
    return f"{_DECLARATION}<w:numbering {_NAMESPACES}>{''.join(kinds)}{''.join(numbers)}</w:numbering>"


def _relations(*relations: tuple[str, str, str]) -> str:
    written = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{escape(target)}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if kind.endswith('/hyperlink') else ''}/>"
        for key, kind, target in relations
    )
    return f'{_DECLARATION}<Relationships xmlns="{_OOXML}/package/2006/relationships">{written}</Relationships>'


def word_parts(markdown: str) -> Iterator[tuple[str, str]]:
    """Yield the names and the XML of the parts of the Word file."""
    body = read_body(markdown)
    parts = ("styles", "numbering", "settings", "footer")
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD_TYPE}.{part}+xml"/>' for part in parts
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    app = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    yield (
        "[Content_Types].xml",
        f'{_DECLARATION}<Types xmlns="{_OOXML}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/>'
        f'<Override PartName="/docProps/app.xml" ContentType="{app}"/></Types>',
    )
    yield (
        "_rels/.rels",
        _relations(
            ("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("core", f"{_OOXML}/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            ("app", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ),
    )
    yield (
        "docProps/core.xml",
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_OOXML}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(body.title)}</dc:title>'
        f"<dc:creator>{AUTHOR}</dc:creator><dc:language>en-GB</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{MADE}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{MADE}</dcterms:modified></cp:coreProperties>',
    )
    yield (
        "docProps/app.xml",
        f'{_DECLARATION}<Properties xmlns="{_OOXML}/officeDocument/2006/extended-properties">'
        "<Application>make_examples.py</Application></Properties>",
    )
    links = [(f"link{number}", f"{_OFFICE}/hyperlink", target) for number, target in enumerate(body.links, start=1)]
    inside = [(part, f"{_OFFICE}/{part}", f"{part}.xml") for part in parts]
    yield "word/_rels/document.xml.rels", _relations(*inside, *links)
    yield (
        "word/document.xml",
        f"{_DECLARATION}<w:document {_NAMESPACES}><w:body>{''.join(body.blocks)}<w:sectPr>"
        f'<w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="{_PAGE_WIDTH}" w:h="{_PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>',
    )
    yield "word/styles.xml", _styles()
    yield "word/numbering.xml", _numbering(body.numbered_lists)
    yield (
        "word/settings.xml",
        f'{_DECLARATION}<w:settings {_NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-GB"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>',
    )
    yield (
        "word/footer.xml",
        f"{_DECLARATION}<w:ftr {_NAMESPACES}>{_paragraph(_run(FOOTER, ''), 'Footer', '')}</w:ftr>",
    )


def write_docx(markdown: str, target: Path) -> None:
    """Write the Word file; it isn't compressed, as compressors differ from machine to machine."""
    with ZipFile(target, "w") as archive:
        for name, xml in word_parts(markdown):
            entry = ZipInfo(name, date_time=(2026, 10, 1, 9, 0, 0))
            entry.compress_type = ZIP_STORED
            entry.create_system = 0
            archive.writestr(entry, xml.encode())


def write_pdf(docx: Path) -> Path | None:
    """Let LibreOffice make a PDF beside the Word file; return it, or ``None`` where there is no LibreOffice."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return None
    with tempfile.TemporaryDirectory() as profile:
        own_profile = f"-env:UserInstallation={Path(profile).as_uri()}"
        subprocess.run(
            [soffice, own_profile, "--headless", "--convert-to", _TAGGED_PDF, "--outdir", str(docx.parent), str(docx)],
            check=True,
            capture_output=True,
            timeout=300,
        )
    return docx.with_suffix(".pdf")


def main() -> None:
    """Make both files."""
    docx = HERE / "board-paper.docx"
    write_docx((HERE / "board-paper.md").read_text(encoding="utf-8"), docx)
    click.echo(f"made {docx.name}")
    pdf = write_pdf(docx)
    click.echo(f"made {pdf.name}" if pdf else "soffice is not on the path: board-paper.pdf is as it was")


if __name__ == "__main__":
    main()
