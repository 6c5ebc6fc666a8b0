"""The language server of plainspeak will live here; so far it has the text of an open document."""
