"""Read PDF: PDFium finds the characters in a child process, and plainspeak works out lines, paragraphs and cells."""
# Nothing is imported here: a child process with little time comes through this package.
