"""The language server of plainspeak will live here; nothing is in it yet."""
