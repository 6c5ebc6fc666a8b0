"""A report in a real browser: for everybody, on any screen, by keyboard, on paper, and without the network."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from plainspeak.exports.report.page import report_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from plainspeak.checker import Checker

CHROMIUM = shutil.which("chromium") or ""
PAPER = """# A plan for winter

The MDT met the stakeholders prior to lunch, and the QZX came. He is a frequent flyer.

The team and the board and the wards and the nurses and the doctors and the porters and the cleaners and the cooks
and the drivers met prior to lunch to talk about the MDT.

## Costs

- Money for the primary care network (PCN)
    - and for its teams

| Item | Cost | Owner | Where it comes from and why | What else it could have been spent on |
| ---- | ---- | ----- | --------------------------- | ------------------------------------- |
| MDT  | 5    | SRO   | Averyverylongwordthatnobodycanbreakinanyplaceatall | Nothing |

## Risks

The SRO will keep the risks under review. Etc.
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all the tests here."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright isn't installed: pip install '.[dev]'")
    if not CHROMIUM:
        pytest.skip("Chromium isn't installed: apt-get install chromium")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def folder(checker: Checker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report on one paper, and one on two."""
    folder = tmp_path_factory.mktemp("reports")
    one, two = (checker.check(PAPER, media_type="text/markdown", name=name) for name in ("one.md", "two.md"))
    for name, reports in (("one.html", [one]), ("pack.html", [one, two])):
        made = report_pages(reports, checker.glossary, checker.config)
        (folder / name).write_text(made.pages["index.html"], encoding="utf-8")
    return folder


class Opened:
    """A page, and all that went wrong or was asked for on it."""

    def __init__(self, page: Page, address: str) -> None:
        """Open an address."""
        self.page = page
        self.troubles: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.troubles.append(message.text))
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(address)

    @property
    def status(self) -> str:
        """What the filters say."""
        return self.page.locator("[role=status]").first.inner_text()

    @property
    def state(self) -> str:
        """What the address says after the number sign."""
        # What the browser tells us of its address may be a moment old: the page itself knows.
        return str(self.page.evaluate("location.hash.slice(1)"))


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Opened]:
    """The report on one paper on a wide screen; nothing may go wrong on it."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    found = Opened(page, (folder / "one.html").as_uri())
    yield found
    page.close()
    assert found.troubles == []


def test_nothing_is_fetched_and_the_policy_is_kept(opened: Opened) -> None:
    """The one request is for the page itself; style and script are let through by their hashes."""
    assert len(opened.requests) == 1
    assert opened.page.locator(".filters").is_visible()
    assert opened.page.locator("body").evaluate("body => getComputedStyle(body).margin") == "0px"
    blocked = opened.page.evaluate("() => fetch('https://example.org').then(() => 'fetched', () => 'blocked')")
    assert blocked == "blocked"
    opened.troubles.clear()


@pytest.mark.parametrize("name", ["one.html", "pack.html#p2"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 1200), ("light", 320)])
def test_no_barrier_is_found(browser: Browser, folder: Path, name: str, scheme: str, width: int) -> None:
    """Nothing for axe to complain of, in the light, in the dark and on a phone."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python isn't installed")
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})  # type: ignore[arg-type]
    file, _, place = name.partition("#")
    page.goto(f"{(folder / file).as_uri()}#{place}")
    page.evaluate("document.querySelectorAll('#p1 details, #p2 details').forEach((each) => { each.open = true; })")
    violations = axe.Axe().run(page).response["violations"]
    page.close()
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in violations] == []


@pytest.mark.parametrize("name", ["one.html", "pack.html"])
def test_a_narrow_screen_needs_no_sideways_scrolling(browser: Browser, folder: Path, name: str) -> None:
    """At 320 pixels, with everything unfolded; a wide table scrolls by itself, and by keyboard."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto((folder / name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    wide = page.locator(".wide").first
    assert wide.evaluate("each => each.scrollWidth > each.clientWidth && each.tabIndex === 0")
    page.close()


def test_targets_are_big_enough(opened: Opened) -> None:
    """Everything to click has 24 pixels each way, but for links in running text."""
    small = opened.page.evaluate(
        """() => [...document.querySelectorAll("button, input, summary, .contents a, .places a, label")]
            .filter((each) => each.checkVisibility())
            .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24)
            .map(([what]) => what)"""
    )
    assert small == []


def test_search_and_filters(opened: Opened) -> None:
    """What is shown is counted, the address keeps it, and it comes back with the address."""
    page = opened.page
    every = page.locator(".card").count()
    assert opened.status == f"Showing {every} of {every} findings"
    page.get_by_label("Search the findings").fill("  Multidisciplinary ")
    assert opened.status == f"Showing 1 of {every} findings"
    page.keyboard.press("Enter")
    assert opened.state == "p1?find=Multidisciplinary"
    page.get_by_role("button", name="Show all").click()
    assert (opened.status, opened.state) == (f"Showing {every} of {every} findings", "p1")
    page.get_by_text("Show only some findings").click()
    page.get_by_label("Acronyms (").uncheck()
    page.get_by_label("Hint").uncheck()
    assert opened.state == "p1?hide=hint%2Cacronyms"
    shown = opened.status
    assert not page.locator("#p1-acronyms").is_visible()
    page.reload()
    assert opened.status == shown
    assert not page.get_by_label("Acronyms (").is_checked()


def test_a_search_without_a_match(opened: Opened) -> None:
    """It says so, and what to do about it."""
    opened.page.get_by_label("Search the findings").fill("nothing of this kind")
    assert opened.status == "Nothing found. Try another word, or show all findings again."
    assert opened.page.get_by_role("button", name="Show all").is_visible()


def test_two_ways_to_group(opened: Opened) -> None:
    """The same cards by kind and by section, each with its number; in a section they are in reading order."""
    page = opened.page
    every = page.locator(".card").count()
    kinds = page.locator(".findings h3:visible").all_inner_texts()
    assert kinds[0] == "Acronyms 4"
    page.get_by_label("section of the paper").check()
    assert opened.state == "p1?by=section"
    sections = page.locator(".findings h3:visible").all_inner_texts()
    assert [each.rsplit(" ", 1)[0] for each in sections] == ["A plan for winter", "Costs", "Risks"]
    assert sum(int(each.rsplit(" ", 1)[1]) for each in sections) == page.locator(".card:visible").count() == every
    numbers = page.locator(".group[data-section='0'] .card").evaluate_all(
        "all => all.map((each) => each.dataset.number)"
    )
    assert numbers == sorted(numbers, key=int)
    page.get_by_label("kind", exact=True).check()
    assert page.locator(".findings h3:visible").all_inner_texts() == kinds


def test_links_reach_what_is_out_of_sight(opened: Opened) -> None:
    """A mark leads to its card although a filter hides it, and advice to its kind although sections are shown."""
    page = opened.page
    page.get_by_label("Search the findings").fill("nothing of this kind")
    assert page.locator(".card:visible").count() == 0
    mark = page.locator("#p1-m1-1 a")
    mark.click()
    page.locator("#p1-f1").wait_for()
    page.get_by_label("section of the paper").check()
    page.locator(".steps a").first.click()
    page.locator("#p1-acronyms").wait_for()
    page.get_by_label("section of the paper").check()
    page.locator(".steps a").first.click()
    page.locator("#p1-acronyms").wait_for()
    page.locator(".places a").first.click()
    assert opened.state == "p1-m1-1"


def test_a_folded_paper_opens_for_a_link(browser: Browser, folder: Path) -> None:
    """Also for the address of a place in it, or of its filters."""
    page = browser.new_page()
    for place in ("p2", "p2-f1", "p2?find=multidisciplinary"):
        page.goto("about:blank")
        page.goto(f"{(folder / 'pack.html').as_uri()}#{place}")
        assert page.locator("#p2-findings").is_visible()
        assert not page.locator("#p1-findings").is_visible()
    assert page.locator("#p2 [role=status]").inner_text().startswith("Showing 1 of ")
    page.close()


def test_the_keyboard_reaches_everything(opened: Opened) -> None:
    """Tab goes to all that can be used, the skip link first, and what has the focus can be seen."""
    page = opened.page
    usable = page.evaluate(
        """() => [...document.querySelectorAll("a, button, input, summary, [tabindex='0']")]
            .filter((each) => each.checkVisibility() && !(each.type === "radio" && !each.checked)).length"""
    )
    reached = set()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    for _ in range(usable):
        reached.add(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
        page.keyboard.press("Tab")
    assert len(reached) == usable


def test_a_way_past_each_group(opened: Opened) -> None:
    """A link in each group leads to the next one that is shown, the last to the paper; with the focus it is seen."""
    page = opened.page
    links = page.locator(".group:visible .past a")
    after = [each.rsplit(" ", 1)[0] for each in page.locator(".findings h3:visible").all_inner_texts()][1:]
    assert links.all_inner_texts() == [f"Skip to \u201c{title}\u201d" for title in [*after, "The paper with marks"]]
    page.get_by_text("Show only some findings").click()
    page.get_by_label(f"{after[0]} (").uncheck()
    assert links.first.inner_text() == f"Skip to \u201c{after[1]}\u201d"
    assert links.first.bounding_box()["x"] < 0  # type: ignore[index]
    links.first.focus()
    assert links.first.bounding_box()["x"] > 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash.startsWith('#p1-')")
    assert page.locator(".group:visible").count() == len(after)
    page.get_by_label("section of the paper").check()
    assert links.all_inner_texts()[-1] == "Skip to \u201cThe paper with marks\u201d"
    assert links.first.get_attribute("href") == "#p1-s1"


def printed(page: Page) -> str:
    """Return the words that go on paper."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    words = " ".join(page.locator("main").inner_text().split())
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    return words


def test_the_paper_is_printed_only_if_asked_for(opened: Opened) -> None:
    """Its findings and its words always are; of a chart and its table one is, the one that is open."""
    page = opened.page
    some = "Averyverylongword"
    assert some not in printed(page)
    assert "The text of the paper isn\u2019t printed here." in printed(page)
    assert "tick the box" in printed(page)
    assert "What it means" in printed(page)
    assert "Showing" not in printed(page)
    page.emulate_media(media="print")
    assert [each.is_visible() for each in page.locator(".pictures svg[role=img]").all()] == [True, True, False]
    assert [each.is_visible() for each in page.locator(".pictures table").all()] == [False, False, True]
    page.emulate_media(media="screen")
    page.get_by_label("Print the whole paper too").check()
    assert some in printed(page)
    assert "isn\u2019t printed here" not in printed(page)


def test_paper_says_what_a_filter_left_out(opened: Opened) -> None:
    """And nothing where all is printed."""
    page = opened.page
    every = page.locator(".card").count()
    assert "are printed." not in printed(page)
    page.get_by_text("Show only some findings").click()
    page.get_by_label("Hint").uncheck()
    page.get_by_label("Acronyms (").uncheck()
    page.get_by_label("Search the findings").fill("prior")
    shown = page.locator(".card:visible").count()
    assert shown < every
    said = f"{shown} of {every} findings are printed. Only those with \u201cprior\u201d. Left out: Hint, Acronyms."
    assert said in printed(page)


def test_a_pack_is_printed_in_short(browser: Browser, folder: Path) -> None:
    """With what to do first in each paper, and all of it only for a paper that is open."""
    page = browser.new_page()
    page.goto((folder / "pack.html").as_uri())
    assert printed(page).count("things to put right first") == 2
    assert "Why it matters" not in printed(page)
    assert "Findings by kind" not in printed(page)
    page.locator("#p2 > summary").click()
    assert printed(page).count("Findings by kind") == 1
    page.close()


def test_it_prints(opened: Opened) -> None:
    """Filters stay away, and what is folded on the screen is unfolded on paper, and folded again afterwards."""
    page = opened.page
    assert page.pdf(format="A4").startswith(b"%PDF-")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator(".filters").is_visible()
    assert page.locator(".why p").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == page.locator(".charts ~ details[open]").count()


def test_without_javascript(browser: Browser, folder: Path) -> None:
    """Every card and the whole text are there; what needs a script isn't."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "one.html").as_uri())
    assert page.locator(".card:visible").count() == page.locator(".card").count() > 5
    assert not page.locator(".filters").is_visible()
    page.locator("#p1-m1-1 a").click()
    assert page.url.endswith("#p1-f1")
    page.get_by_text("Why it matters").first.click()
    assert page.get_by_text("People who know the letters").first.is_visible()
    page.emulate_media(media="print")
    said = page.locator(".whole-text").inner_text()
    assert "isn\u2019t printed here" in said
    assert "tick the box" not in said
    assert not page.locator(".text").is_visible()
    context.close()


def test_a_link_into_a_pack_without_javascript(browser: Browser, folder: Path) -> None:
    """It lands on a paper that is open."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "pack.html").as_uri())
    page.locator(".papers a").last.click()
    assert page.url.endswith("#p2")
    assert page.locator("#p2-findings").is_visible()
    assert page.locator("#p2 > summary").evaluate("each => Math.abs(each.getBoundingClientRect().top) < innerHeight")
    context.close()
