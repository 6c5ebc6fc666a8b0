"""Compile the glossary into the wheel: its YAML takes 0.4 s to read, the compiled file 0.02 s.

Everything else about the package stands in pyproject.toml. An editable install has no compiled file and reads the YAML,
so that an edit is seen at once.
"""

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent


class BuildWithGlossary(build_py):
    """Build the Python packages, then the compiled glossary beside its YAML."""

    def find_package_modules(self, package: str, package_dir: str) -> list[tuple[str, str, str]]:
        """Leave out the scripts beside the pages of documentation."""
        modules = super().find_package_modules(package, package_dir)
        return [each for each in modules if package != "plainspeak_docs" or each[1] == "__init__"]

    def run(self) -> None:
        """Build; a wrong glossary entry stops the build with its file and line."""
        super().run()
        if self.editable_mode:
            return
        sys.path.insert(0, str(ROOT / "src"))
        from plainspeak.glossary.grammar import COMPILED_GRAMMAR, FOLDER, compile_grammar
        from plainspeak.glossary.loader import COMPILED, COMPILED_SOURCES, compile_built_in, compile_sources

        target, source = Path(self.build_lib) / "plainspeak_glossaries", ROOT / "glossaries"
        (target / COMPILED).write_text(compile_built_in(source), encoding="utf-8")
        (target / COMPILED_SOURCES).write_text(compile_sources(source), encoding="utf-8")
        (target / COMPILED_GRAMMAR).write_text(compile_grammar(source / FOLDER), encoding="utf-8")


setup(cmdclass={"build_py": BuildWithGlossary})
