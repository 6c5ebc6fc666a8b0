"""The glossary, or the words of one paper, written out for people and for other tools."""
