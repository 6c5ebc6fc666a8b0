"""Write findings into a copy of a PDF: each is a highlight on the exact words, with a note that pops up."""
# Nothing is imported here: a child process with little time comes through this package.
