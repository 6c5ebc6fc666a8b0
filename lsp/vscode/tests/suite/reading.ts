/** What a writer sees without a click. */

import { ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import { marksOf } from "../../src/marks";
import { api, marked, markOn, open, openMarked, select, type Tests, until } from "./looking";

async function firstMarks(): Promise<string> {
  const began = Date.now();
  const { document } = await open("board.md");
  const found = await marked(document);
  await until("UEC is marked", () => markOn(document, "UEC"));
  ok(found.every((each) => each.severity >= vscode.DiagnosticSeverity.Information));
  const code = markOn(document, "UEC")?.code;
  ok(typeof code === "object" && code.value === "acronym-undefined" && code.target.path.endsWith(".md"));
  return `${found.length} marks, ${Date.now() - began} ms after the file was opened (the server starts meanwhile)`;
}

async function commandsAreThere(): Promise<string> {
  const all = new Set(await vscode.commands.getCommands(true));
  const { contributes } = vscode.extensions.getExtension("plainspeak.plainspeak")?.packageJSON ?? {};
  const wanted = (contributes.commands as { command: string }[]).map((each) => each.command);
  strictEqual(wanted.filter((each) => !all.has(each)).join(), "");
  return `${wanted.length} commands`;
}

async function emojiBefore(): Promise<void> {
  const { document } = await open("board.md");
  await until("the words after an emoji are marked in the right place", () => markOn(document, "prior to"));
}

async function hovers(): Promise<void> {
  const editor = await openMarked("board.md");
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    editor.document.uri,
    select(editor, "UEC"),
  );
  const parts = hovers.flatMap((each) => each.contents);
  const text = parts.map((part) => (typeof part === "string" ? part : part.value)).join();
  ok(/urgent and emergency care/i.test(text), text);
}

async function otherLanguages(): Promise<void> {
  for (const name of ["notes.txt", "page.html"]) {
    const { document } = await open(name);
    await until(`“prior to” is marked in ${name}`, () => markOn(document, "prior to"));
  }
  const untitled = await vscode.workspace.openTextDocument({ language: "markdown", content: "The NCTR list.\n" });
  await vscode.window.showTextDocument(untitled);
  await until("a document that nobody saved is marked", () => markOn(untitled, "NCTR"));
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

async function otherFiles(): Promise<void> {
  const { status } = await api();
  const document = await vscode.workspace.openTextDocument({ language: "json", content: '{"a": "prior to"}\n' });
  await vscode.window.showTextDocument(document);
  await until("the status bar is empty", () => !status.shown);
  strictEqual(marksOf(document).length, 0);
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

async function statusBar(): Promise<string> {
  const { status } = await api();
  await openMarked("board.md");
  const shown = await until("a count is shown", () =>
    status.shown?.text.includes("unexplained") ? status.shown : undefined,
  );
  ok(/^plainspeak: \d+ things to look at/.test(shown.label), shown.label);
  return `${shown.text} | ${shown.label}`;
}

async function moves(): Promise<void> {
  const editor = await openMarked("board.md");
  select(editor, "UEC");
  const before = editor.selection.active;
  await vscode.commands.executeCommand("plainspeak.nextFinding");
  ok(editor.selection.active.isAfter(before));
  await vscode.commands.executeCommand("plainspeak.previousFinding");
  ok(editor.document.getText(editor.document.getWordRangeAtPosition(editor.selection.active)) === "UEC");
}

export const reading: Tests = [
  ["Marks appear in a file that is opened", firstMarks],
  ["All commands are there", commandsAreThere],
  ["Marks are in the right place after an emoji", emojiBefore],
  ["A hover explains letters", hovers],
  ["Plain text, web pages and documents that nobody saved", otherLanguages],
  ["Other files have no marks", otherFiles],
  ["The status bar counts", statusBar],
  ["To the next finding and back", moves],
];
