"""Patch a zip of XML parts: some parts are changed or added, and every other one stays as it was, byte for byte."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from copy import copy, deepcopy
from io import BytesIO

from lxml import etree

from plainspeak.errors import WriteError
from plainspeak.readers.package import Package

__all__ = ["PackagePatch"]

_CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
# A fixed time, so that the same paper always gives the same file.
_TIME = (1980, 1, 1, 0, 0, 0)
_LOCAL_HEADER_BYTES = 30
_SIGNATURES = ("_xmlsignatures/", "meta-inf/documentsignatures.xml")


class PackagePatch:
    """Changes to the parts of one file. The file itself and the trees of its reader stay as they are.

    Raises:
        WriteError: the file is signed.
    """

    def __init__(self, package: Package) -> None:
        if any(name.lower().startswith(_SIGNATURES) for name in package.names):
            raise WriteError(
                "This file is signed, and a comment would break the signature. "
                "Use \u201cplainspeak report\u201d instead, or take a copy without the signature."
            )
        self._package = package
        self._trees: dict[str, etree._Element] = {}
        self._added: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a part of that name, or will be."""
        return name in self._package or name in self._trees or name in self._added

    def tree(self, name: str) -> etree._Element:
        """Return a copy of the root element of a part; what is changed in it is written."""
        if name not in self._trees:
            self._trees[name] = deepcopy(self._package.xml(name))
        return self._trees[name]

    def add_tree(self, name: str, root: etree._Element) -> None:
        """Add a part, or put another in its place."""
        self._trees[name] = root

    def add(self, name: str, data: bytes) -> None:
        """Add a part that isn't changed any more."""
        self._added[name] = data

    def link(self, part: str, kind: str, target: str, *, strict: bool = False) -> str:
        """Add a relationship from a part to another, and return its id.

        Args:
            part: the part that it goes out from.
            kind: the last word of its type, such as ``comments``.
            target: the name of the other part.
            strict: whether the file is in the Strict dialect.
        """
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self:
            self.add_tree(name, etree.fromstring(f'<Relationships xmlns="{_LINKS}"/>'))
        root = self.tree(name)
        taken = {element.get("Id") for element in root}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        etree.SubElement(
            root,
            f"{{{_LINKS}}}Relationship",
            Id=f"rId{number}",
            Type=f"{_OFFICE_STRICT if strict else _OFFICE}/{kind}",
            Target=posixpath.relpath(target, folder or "."),
        )
        return f"rId{number}"

    def set_type(self, part: str, content_type: str) -> None:
        """Say what a part is."""
        etree.SubElement(
            self.tree(_CONTENT_TYPES), f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type
        )

    def set_default_type(self, ending: str, content_type: str) -> None:
        """Say what all parts with an ending are, unless the file says it already."""
        root = self.tree(_CONTENT_TYPES)
        if all((each.get("Extension") or "").lower() != ending for each in root):
            # The defaults come first.
            root.insert(0, etree.Element(f"{{{_TYPES}}}Default", Extension=ending, ContentType=content_type))

    def free_name(self, name: str) -> str:
        """Return a name for a new part: the one given, or with a number where that is taken."""
        stem, ending = posixpath.splitext(name)
        number = 1
        while name in self:
            number += 1
            name = f"{stem}{number}{ending}"
        return name

    def written(self) -> bytes:
        """Return the patched file.

        Raises:
            WriteError: the zip is put together in a way that can't be copied safely.
        """
        changed = {name.lower(): _serialised(root) for name, root in self._trees.items()}
        changed |= {name.lower(): data for name, data in self._added.items()}
        spelling = {name.lower(): name for name in (*self._trees, *self._added)}
        output = BytesIO()
        with (
            zipfile.ZipFile(BytesIO(self._package.data)) as source,
            zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for info, member in _members(source, self._package.data):
                data = changed.pop(info.filename.replace("\\", "/").lower(), None)
                if data is None:
                    _copy(target, info, member)
                else:
                    target.writestr(_info(info.filename), data)
            for name, data in changed.items():
                target.writestr(_info(spelling[name]), data)
        return output.getvalue()


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _members(source: zipfile.ZipFile, data: bytes) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """Yield the members of a zip in the order of its list, each with its bytes as they stand in the file."""
    starts = sorted({info.header_offset for info in source.infolist()})
    ends = dict(zip(starts, [*starts[1:], source.start_dir], strict=True))
    for info in source.infolist():
        end = ends[info.header_offset]
        if info.header_offset + _LOCAL_HEADER_BYTES + info.compress_size > end:
            raise WriteError("This file is packed in an unusual way. Open it, save it again, and try again.")
        yield info, data[info.header_offset : end]


def _copy(target: zipfile.ZipFile, info: zipfile.ZipInfo, member: bytes) -> None:
    """Put a member into a zip without unpacking it."""
    copied = copy(info)
    if target.fp is None:  # it is open: the caller has just opened it
        raise ValueError("the zip is closed")
    target.fp.seek(target.start_dir)
    copied.header_offset = target.start_dir
    target.fp.write(member)
    target.start_dir = target.fp.tell()
    target.filelist.append(copied)
    target.NameToInfo[copied.filename] = copied
