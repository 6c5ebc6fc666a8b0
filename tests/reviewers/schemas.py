"""The published schemas of Word, PowerPoint and Excel files (ISO/IEC 29500), and what in a file breaks them.

The schemas aren't ours to keep here. ``.ci/run`` fetches a Java archive of Apache POI, which holds them; its path
stands in the variable ``PLAINSPEAK_OFFICE_SCHEMAS``.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections import Counter
from functools import cache
from pathlib import PurePosixPath

import pytest
from lxml import etree

__all__ = ["breaches"]

_VARIABLE = "PLAINSPEAK_OFFICE_SCHEMAS"
_XML = "http://www.w3.org/XML/1998/namespace"
_SCHEMA = "http://www.w3.org/2001/XMLSchema"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SCHEMA_OF_ROOT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "wml.xsd",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "pml.xsd",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "sml.xsd",
}
# The schemas refer to these, and expect everyone to have them.
_OF_XML = f"""<schema xmlns="{_SCHEMA}" targetNamespace="{_XML}">
<attribute name="space" type="NCName"/><attribute name="lang" type="string"/><attribute name="base" type="anyURI"/>
</schema>"""


class _FromArchive(etree.Resolver):
    """Hands a schema the other schemas that it asks for."""

    def __init__(self, archive: str) -> None:
        with zipfile.ZipFile(archive) as jar:
            self._texts = {PurePosixPath(name).name: jar.read(name) for name in jar.namelist() if name.endswith(".xsd")}
        self._texts["xml.xsd"] = _OF_XML.encode()

    def resolve(self, system_url: str, public_id: str, context: object) -> object:  # noqa: ARG002 -- lxml calls it so
        return self.resolve_string(self._texts[PurePosixPath(system_url).name], context, base_url=system_url)


def breaches(data: bytes) -> Counter[str]:
    """Count what in an Office file its schemas don't allow, by part; the test is skipped without the schemas."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if not name.endswith(".xml"):
                continue
            root = etree.fromstring(package.read(name))
            schema_name = _SCHEMA_OF_ROOT.get(etree.QName(root).namespace or "")
            if schema_name is not None:
                schema = _schema(schema_name)
                schema.validate(_without_extensions(root))
                found.update(f"{name}: {error.message}" for error in schema.error_log)
    return found


@cache
def _schema(name: str) -> etree.XMLSchema:
    archive = os.environ.get(_VARIABLE)
    if not archive:
        pytest.skip(f"{_VARIABLE} names no archive of schemas")
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_FromArchive(archive))
    namespace = next(space for space, schema in _SCHEMA_OF_ROOT.items() if schema == name)
    both = f"""<schema xmlns="{_SCHEMA}"><import namespace="{_XML}" schemaLocation="xml.xsd"/>
    <import namespace="{namespace}" schemaLocation="{name}"/></schema>"""
    return etree.XMLSchema(etree.fromstring(both, parser, base_url="schemas/all.xsd"))


def _without_extensions(root: etree._Element) -> etree._Element:
    """Return what a program sees that knows the standard alone: later additions say what to read in their place."""
    ignorable = {
        space
        for element in root.iter(etree.Element)
        for prefix in (element.get(f"{_COMPATIBILITY}Ignorable") or "").split()
        for space in [element.nsmap[prefix]]
    }
    for element in list(root.iter(etree.Element)):
        for attribute in list(element.attrib):
            space = etree.QName(attribute).namespace
            # Excel itself keeps the spaces of a note so; the schema forgot it.
            spaces_of_excel = space == _XML and _SCHEMA_OF_ROOT.get(etree.QName(element).namespace or "") == "sml.xsd"
            if spaces_of_excel or space in ignorable or f"{{{space}}}" == _COMPATIBILITY:
                del element.attrib[attribute]
        parent = element.getparent()
        if parent is None:
            continue
        if etree.QName(element).namespace in ignorable:
            parent.remove(element)
        elif element.tag == f"{_COMPATIBILITY}AlternateContent":
            fallback = element.find(f"{_COMPATIBILITY}Fallback")
            parent[parent.index(element) : parent.index(element) + 1] = [] if fallback is None else list(fallback)
    return etree.fromstring(etree.tostring(root))
