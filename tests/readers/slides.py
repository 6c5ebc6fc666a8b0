"""Make PowerPoint files with every structure that decks have."""

from __future__ import annotations

from .word import zipped

__all__ = ["DRAWING", "deck", "notes", "paragraph", "picture", "shape", "table"]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
DRAWING = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)


def paragraph(*texts: str, properties: str = "", lang: str = "en-GB") -> str:
    """A paragraph with a run for each text; one that begins with ``<`` stands as it is."""
    runs = (text if text.startswith("<") else f'<a:r><a:rPr lang="{lang}"/><a:t>{text}</a:t></a:r>' for text in texts)
    return f"<a:p>{properties}{''.join(runs)}</a:p>"


def shape(*paragraphs: str, kind: str | None = None, descr: str = "", at: tuple[int, int] | None = None) -> str:
    """A shape with paragraphs; ``kind`` is its place in the layout, ``at`` its corner in English Metric Units."""
    placeholder = "" if kind is None else f'<p:ph type="{kind}"/>' if kind else "<p:ph/>"
    corner = "" if at is None else f'<a:xfrm><a:off x="{at[0]}" y="{at[1]}"/><a:ext cx="100" cy="100"/></a:xfrm>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="s" descr="{descr}"/><p:cNvSpPr/><p:nvPr>{placeholder}</p:nvPr>'
        f"</p:nvSpPr><p:spPr>{corner}</p:spPr><p:txBody><a:bodyPr/>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def picture(descr: str) -> str:
    """A picture with a description."""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="3" name="p" descr="{descr}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        "<p:blipFill/><p:spPr/></p:pic>"
    )


def frame(content: str) -> str:
    """A table, a chart or a diagram on a slide."""
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="f"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="u">{content}</a:graphicData></a:graphic></p:graphicFrame>'
    )


def table(*rows: list[str]) -> str:
    """A table; a cell that begins with ``<`` stands as it is."""
    cells = (
        "".join(
            cell if cell.startswith("<") else f"<a:tc><a:txBody><a:bodyPr/>{paragraph(cell)}</a:txBody></a:tc>"
            for cell in row
        )
        for row in rows
    )
    return frame(f"<a:tbl>{''.join(f'<a:tr>{row}</a:tr>' for row in cells)}</a:tbl>")


def notes(*shapes: str) -> str:
    """The page of a speaker's notes."""
    return f"<p:notes {DRAWING}><p:cSld><p:spTree>{TREE}{''.join(shapes)}</p:spTree></p:cSld></p:notes>"


TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'


def links(*targets: tuple[str, str, str]) -> str:
    """A list of relationships: id, kind and target of each."""
    elements = (f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{to}"/>' for id_, kind, to in targets)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(elements)}</Relationships>'


def deck(
    *slides: str,
    hidden: tuple[int, ...] = (),
    order: tuple[int, ...] | None = None,
    beside: dict[int, dict[str, str]] | None = None,
    **parts: str,
) -> bytes:
    """A deck; each slide is the shapes on it.

    Args:
        slides: the content of ``slide1.xml``, ``slide2.xml`` ...
        hidden: the numbers of those that are hidden.
        order: the order in which the deck lists them.
        beside: the links that a slide has, by its number; 0 is the deck itself: an id, and ``kind target``.
        parts: more parts, by name with ``__`` for ``/``.
    """
    numbers = list(range(1, len(slides) + 1))
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="s{n}"/>' for n in order or numbers)
    types = "".join(f'<Override PartName="/ppt/slides/slide{n}.xml" ContentType="{TYPE}.slide+xml"/>' for n in numbers)
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/ppt/presentation.xml" ContentType="{TYPE}.presentation.main+xml"/>{types}</Types>',
        "_rels/.rels": links(("a", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {DRAWING}><p:sldIdLst>{listed}</p:sldIdLst>"
        '<p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": links(
            *((f"s{n}", "slide", f"slides/slide{n}.xml") for n in numbers), *_more(beside, 0)
        ),
    }
    for number, shapes in zip(numbers, slides, strict=True):
        show = ' show="0"' if number in hidden else ""
        files[f"ppt/slides/slide{number}.xml"] = (
            f"<p:sld {DRAWING}{show}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld></p:sld>"
        )
        if more := _more(beside, number):
            files[f"ppt/slides/_rels/slide{number}.xml.rels"] = links(*more)
    return zipped({**files, **{name.replace("__", "/") + ".xml": content for name, content in parts.items()}})


def _more(beside: dict[int, dict[str, str]] | None, number: int) -> list[tuple[str, str, str]]:
    named = (beside or {}).get(number, {}).items()
    return [(key, *value.split()) for key, value in named]  # type: ignore[misc]
