"""Read HTML pages: the text that a visitor sees, with the exact place of every character."""

from plainspeak.readers.html.reader import HtmlReader

__all__ = ["HtmlReader"]
