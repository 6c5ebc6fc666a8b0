"""The built-in glossary, as YAML that a writer can edit; see README.md in this folder."""
