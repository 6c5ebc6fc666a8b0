/** What is shown and said in the status bar and the panel, and which action is meant. */

import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { test } from "node:test";
import { argumentOf, choose, ofRule, purposeOf, type ServerAction, versionsOf } from "../../src/choosing";
import type { Finding, Status } from "../../src/protocol";
import { reportPage } from "../../src/reportPage";
import { Restarting } from "../../src/restarting";
import { counted, statusText } from "../../src/statusText";
import { findingDescription, findingIcon, findingLabel, findingSpoken, groupSpoken } from "../../src/treeText";

const STATUS: Status = {
  uri: "file:///paper.md",
  version: 1,
  state: "idle",
  findings: 12,
  shown: 12,
  unexplained: 3,
  readingAge: 14,
  message: null,
};
const FINDING: Finding = {
  id: "1",
  rule: "jargon",
  severity: "information",
  message: "Some readers won’t know “deep dive”.",
  text: "deep\n dive",
  count: 2,
  range: { start: { line: 4, character: 2 }, end: { line: 4, character: 11 } },
  href: null,
  fixable: true,
};

test("the status bar says the most important number", () => {
  const text = (status: Partial<Status>) => statusText("ready", { ...STATUS, ...status }, true).text;
  strictEqual(text({}), "$(comment) 3 unexplained");
  strictEqual(text({ unexplained: 0 }), "$(comment) 12 to look at");
  strictEqual(text({ unexplained: 0, findings: 0 }), "$(comment) Nothing to look at");
  strictEqual(text({ unexplained: 1234 }), "$(comment) 1,234 unexplained");
  strictEqual(text({ state: "trouble" }), "$(warning) 3 unexplained");
  ok(text({ state: "checking" }).includes("spin"));
});

test("whoever hears the status bar is told the same", () => {
  const { label, tooltip } = statusText("ready", { ...STATUS, message: "1,240 more aren’t shown." }, true);
  strictEqual(
    label,
    "plainspeak: 12 things to look at in this document. 3 terms or sets of letters aren’t explained. " +
      "Reading age: 14. 1,240 more aren’t shown. Press Enter for a summary.",
  );
  strictEqual(tooltip.at(-1), "Click for a summary.");
  ok(
    statusText("ready", { ...STATUS, unexplained: 1 }, true).label.includes(
      "1 term or set of letters isn’t explained.",
    ),
  );
});

test("a click does what helps now", () => {
  const command = (...[session, status, enabled]: Parameters<typeof statusText>) =>
    statusText(session, status, enabled).command;
  strictEqual(command("notSetUp", undefined, true), "plainspeak.setUp");
  strictEqual(command("stopped", undefined, true), "plainspeak.restart");
  strictEqual(command("ready", STATUS, false), "plainspeak.toggle");
  strictEqual(command("ready", STATUS, true), "plainspeak.showScore");
  ok(
    statusText("ready", { ...STATUS, state: "tooLarge", message: "It is too long." }, true).label.includes(
      "It is too long.",
    ),
  );
});

test("numbers have their noun", () => {
  deepStrictEqual([counted(1, "thing", "things"), counted(2_000, "thing", "things")], ["1 thing", "2,000 things"]);
});

test("a line of the panel is one line, and says where it is", () => {
  strictEqual(findingLabel(FINDING), "deep dive");
  strictEqual(findingDescription(FINDING), "line 5, 2 times");
  strictEqual(findingDescription({ ...FINDING, count: 1 }), "line 5");
  strictEqual(
    findingSpoken(FINDING),
    "deep dive, line 5, 2 times. Some readers won’t know “deep dive”. A fix is offered.",
  );
  strictEqual(findingLabel({ ...FINDING, text: null }), FINDING.message);
  const long = findingLabel({ ...FINDING, text: "word ".repeat(40) });
  ok(long.length <= 61 && long.endsWith("word…"), long);
  strictEqual(groupSpoken({ title: "Jargon", findings: [FINDING] }), "Jargon, 1 finding");
  deepStrictEqual(
    (["error", "warning", "information", "hint"] as const).map((severity) => findingIcon({ ...FINDING, severity })),
    ["error", "warning", "info", "lightbulb"],
  );
});

const edit = (text: string): unknown => ({
  documentChanges: [{ textDocument: { uri: "file:///paper.md", version: 3 }, edits: [{ newText: text }] }],
});
const ACTIONS: ServerAction[] = [
  { title: "a", edit: edit("close look"), diagnostics: [{ data: { id: "1" } }] },
  { title: "b", edit: edit("study"), isPreferred: true, diagnostics: [{ data: { id: "2" } }] },
  { title: "c", command: { command: "plainspeak.ignoreHere", arguments: [{ uri: "u", rule: "jargon", at: {} }] } },
  { title: "d", command: { command: "plainspeak.ignoreInFile", arguments: [{ uri: "u", rule: "jargon" }] } },
  { title: "e", data: { uri: "file:///paper.md", rule: "jargon" } },
  { title: "f", data: { uri: "file:///paper.md" } },
  { title: "g", command: { command: "plainspeak.ignoreInProject", arguments: [{ uri: "u", rule: "jargon" }] } },
  { title: "h", command: { command: "plainspeak.addToGlossary", arguments: [{ uri: "u", term: "ICB" }] } },
];

test("actions are told apart by what they do", () => {
  deepStrictEqual(ACTIONS.map(purposeOf), [
    "fix",
    "fix",
    "ignoreHere",
    "ignoreInFile",
    "fixKind",
    "fixSafe",
    "ignoreInProject",
    "addToGlossary",
  ]);
});

test("the preferred action comes first, and those of a finding alone where it has some", () => {
  const titles = (...[purpose, finding]: [Parameters<typeof choose>[1], string?]) =>
    choose(ACTIONS, purpose, finding).map((each) => each.title);
  deepStrictEqual(titles("fix"), ["b", "a"]);
  deepStrictEqual(titles("fix", "1"), ["a"]);
  deepStrictEqual(titles("fix", "unknown"), ["b", "a"]);
  deepStrictEqual(
    ofRule(ACTIONS, "jargon").map((each) => each.title),
    ["e"],
  );
  strictEqual(argumentOf(ACTIONS[7] as ServerAction)?.term, "ICB");
  deepStrictEqual([...versionsOf(edit("x"))], [["file:///paper.md", 3]]);
});

test("a server that stops is started again, later each time, and people are told once", () => {
  const restarting = new Restarting();
  const stops = [0, 1, 2, 3, 4].map((second) => restarting.stoppedAt(second * 1000));
  deepStrictEqual(
    stops.map((each) => each.tell),
    [true, false, false, false, true],
  );
  strictEqual(stops[4]?.wait, undefined);
  ok((stops[1]?.wait ?? 0) > (stops[0]?.wait ?? 0));
  ok(restarting.stoppedAt(10 * 60_000).wait !== undefined, "after a quiet time it begins anew");
});

test("the report runs nothing and loads nothing", () => {
  const page =
    '<!doctype html><html><head><style>@media (prefers-color-scheme: dark) {a{}}</style><script>alert(1)</script></head><body onload="x()"></body></html>';
  const shown = reportPage(page, true);
  ok(!shown.includes("<script"), shown);
  ok(/default-src 'none'; style-src 'sha256-[^']+'/.test(shown), shown);
  ok(shown.includes("@media (min-width: 0)") && reportPage(page, false).includes("@media (max-width: 0)"));
});
