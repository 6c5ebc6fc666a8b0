/** What changes the text, or what is said of it. */

import { ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import { marksOf } from "../../src/marks";
import { choosingFirst, markOn, messagesDuring, open, openMarked, select, type Tests, until, writing } from "./looking";

async function quickFix(): Promise<string> {
  const editor = await open("fixes.md");
  const { document } = editor;
  await until("the words are marked", () => markOn(document, "prior to"));
  const at = select(editor, "prior to");
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    new vscode.Range(at, at),
    vscode.CodeActionKind.QuickFix.value,
  );
  const titles = actions.map((each) => each.title).join(" | ");
  const [best] = actions;
  ok(best?.isPreferred && best.edit, titles);
  ok(await vscode.workspace.applyEdit(best.edit));
  ok(document.getText().includes("before winter"), document.getText());
  await until("the mark is gone", () => !markOn(document, "prior to"));
  return titles;
}

async function fixCommand(): Promise<void> {
  const editor = await open("fixes.md");
  await until("the words are marked", () => markOn(editor.document, "with regard to"));
  // Without waiting for a new check between them.
  for (const words of ["with regard to", "in order to"]) {
    select(editor, words);
    await choosingFirst(() => vscode.commands.executeCommand("plainspeak.fixThis"));
    ok(!editor.document.getText().includes(words), editor.document.getText());
  }
}

async function ignores(): Promise<void> {
  const editor = await open("fixes.md");
  await until("the word is marked", () => markOn(editor.document, "triangulate"));
  select(editor, "triangulate");
  const messages = await messagesDuring(() =>
    writing("we quote the Act", async () => {
      await vscode.commands.executeCommand("plainspeak.ignoreHere");
    }),
  );
  const text = editor.document.getText();
  ok(text.includes("<!-- plainspeak-ignore jargon: we quote the Act -->"), `${messages} ${text}`);
  await until("the mark is gone", () => !markOn(editor.document, "triangulate"));
  select(editor, "with regard to");
  await writing("", () => vscode.commands.executeCommand("plainspeak.ignoreInFile"));
  ok(editor.document.getText().startsWith("<!-- plainspeak-ignore-file wordy-phrase -->"), editor.document.getText());
  await until("the mark is gone", () => !markOn(editor.document, "with regard to"));
}

async function fixesAll(): Promise<string> {
  const { document } = await openMarked("safe.md");
  const before = marksOf(document).length;
  await vscode.commands.executeCommand("plainspeak.fixSafe");
  await until("some marks are gone", () => marksOf(document).length < before);
  ok(document.isDirty);
  return `${before} marks before, ${marksOf(document).length} after`;
}

async function nothingHere(): Promise<void> {
  const editor = await openMarked("board.md");
  select(editor, "including farm workers");
  const messages = await messagesDuring(async () => {
    await vscode.commands.executeCommand("plainspeak.fixThis");
  });
  strictEqual(messages.join(), "There is no fix for these words. Put the cursor on marked words.");
}

export const fixing: Tests = [
  ["A quick fix changes the text", quickFix],
  ["“Fix this” twice in a row", fixCommand],
  ["“Ignore here” and “in this file” write a comment, with the reason if there is one", ignores],
  ["“Fix all that is safe”", fixesAll],
  ["Where nothing is marked, “Fix this” says so", nothingHere],
];
