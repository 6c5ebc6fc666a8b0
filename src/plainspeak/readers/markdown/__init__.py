"""Read Markdown: the words that a reader of the page sees, with the exact place of every character."""

from plainspeak.readers.markdown.reader import MarkdownReader

__all__ = ["MarkdownReader"]
