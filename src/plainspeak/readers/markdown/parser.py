"""A Markdown parser whose text tokens say where they start.

markdown-it-py gives the lines of a block but no places inside it. Each text token that this parser makes has its place
in the inline content as ``token.meta["pos"]``. The rules that would join tokens are off, so that a token is one
unbroken piece. Those rules, ``tokenize``, ``skipToken`` and ``append_pending`` are internals of markdown-it-py 4.3: a
contract test watches them, and the reader checks every piece against the source.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

__all__ = ["POSITION", "parser"]

POSITION = "pos"
"""The key in a token's ``meta`` of the place where it starts in the inline content."""

# Deeper than any paper, and well within what Python's stack allows.
_DEEPEST = 60
_URL_REST = re.compile(r"://(?:[^\s<>\[\]()|\"'`*]|\([^\s<>\[\]()|\"'`*]*\))+")
# Where plain text may end: at the first character of any inline rule that is on.
_TEXT_END = re.compile(r"[\n&*<\[\\\]_`~]|!(?=\[)|:(?=//)")
_RULES_AT = {
    "\n": ("newline",),
    "\\": ("escape",),
    "`": ("backticks",),
    "~": ("strikethrough",),
    "*": ("emphasis",),
    "_": ("emphasis",),
    "[": ("link", "footnote_ref"),
    "!": ("image",),
    "<": ("autolink", "html_inline"),
    "&": ("entity",),
    ":": ("bare_url",),
}
_Rule = Callable[[StateInline, bool], bool]
_SCHEME = re.compile(r"(?:https?|ftp)\Z", re.IGNORECASE)


@cache
def parser() -> MarkdownIt:
    """Return the parser: CommonMark with tables, strikethrough, footnotes, definition lists and ``!!!`` notes.

    It makes block tokens only; the content of an ``inline`` token is for ``parser().inline.parse``, where needed.
    """
    markdown = _Markdown("zero")
    inline = markdown.inline = _PositionedInline()
    markdown.configure("commonmark", options_update={"maxNesting": _DEEPEST})
    markdown.enable(["table", "strikethrough"])
    markdown.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    markdown.use(deflist_plugin)
    markdown.use(admon_plugin)
    inline.ruler.push("bare_url", _bare_url)
    inline.ruler2.disable("fragments_join")
    inline.prepare()
    markdown.core.ruler.enableOnly(["normalize", "block"])
    return markdown


class _Markdown(MarkdownIt):
    """Leaves the addresses of links alone: nobody will follow them."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True


class _PositionedState(StateInline):
    """Keeps the place at which each text token begins."""

    _pending_at = 0
    _mark: Token | None = None
    _mark_at = -1

    def append_pending(self, text: str) -> None:
        if not self._pending_buffer and not self._pending:
            self._pending_at = self.pos
        self._pending_buffer.append(text)

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.meta = {POSITION: self._pending_at}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        position = self.pos
        if ttype == "text":
            # A run of marks such as "***" becomes several tokens before the parser moves on.
            if self._mark is not None and self._mark_at == position:
                position = self._mark.meta[POSITION] + len(self._mark.content)
            self._mark, self._mark_at = token, self.pos
        token.meta = {POSITION: position}
        return token


class _PositionedInline(ParserInline):
    """Parses with the state that keeps places, and tries only the rules that begin with the character it is at.

    The parser that it stands in for tries each rule at each mark, which takes twice the time.
    """

    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = _TEXT_END
        self._rules: dict[str, tuple[_Rule, ...]] = {}

    def prepare(self) -> None:
        """Take over the rules that are on."""
        ruler = self.ruler
        rules = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
        self._rules = {mark: tuple(rules[name] for name in names) for mark, names in _RULES_AT.items()}

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _PositionedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        source, end = state.src, state.posMax
        while state.pos < end:
            at = state.pos
            match = _TEXT_END.search(source, at, end)
            stop = match.start() if match else end
            if stop > at:
                state.append_pending(source[at:stop])
                state.pos = stop
                continue
            if state.level >= _DEEPEST or not self._rule_fits(state, source[at], silent=False):
                state.append_pending(source[at])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        at = state.pos
        if at in state.cache:
            state.pos = state.cache[at]
            return
        match = _TEXT_END.search(state.src, at, state.posMax)
        stop = match.start() if match else state.posMax
        if stop > at:
            state.pos = stop
        elif state.level >= _DEEPEST:
            state.pos = state.posMax
        else:
            state.level += 1
            fits = self._rule_fits(state, state.src[at], silent=True)
            state.level -= 1
            if not fits:
                state.pos += 1
        state.cache[at] = state.pos

    def _rule_fits(self, state: StateInline, mark: str, *, silent: bool) -> bool:
        for rule in self._rules.get(mark, ()):  # noqa: SIM110 - twice as fast as any() here, where time goes
            if rule(state, silent):
                return True
        return False


def _bare_url(state: StateInline, silent: bool) -> bool:
    """Take an address written without brackets out of the prose."""
    if state.src[state.pos] != ":":
        return False
    match = _URL_REST.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    scheme = _SCHEME.search(state.src, max(0, state.pos - 5), state.pos)
    if scheme is None:
        return False
    if not silent:
        if not state.pending.endswith(scheme.group()):
            return False
        state.pending = state.pending[: -len(scheme.group())]
        state.push("bare_url", "", 0)
    # A full stop or a comma after an address belongs to the sentence.
    state.pos += len(match.group().rstrip("?!.,:;_~*"))
    return True
