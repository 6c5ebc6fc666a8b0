"""Read e-mails: the subject, and the message in plain text or HTML."""

from plainspeak.readers.eml.reader import EmlReader, HeaderText

__all__ = ["EmlReader", "HeaderText"]
