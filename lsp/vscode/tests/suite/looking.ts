/** What the tests need to look at the editor. */

import { join } from "node:path";
import * as vscode from "vscode";
import type { Api } from "../../src/extension";
import { marksOf } from "../../src/marks";

const MOST_SECONDS = 30;

/** A test; a text that it returns is shown beside its name. */
export type Test = () => Promise<unknown>;
export type Tests = readonly (readonly [string, Test])[];

/** Wait until something is there, and return it. */
export async function until<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<NonNullable<T>> {
  const end = Date.now() + MOST_SECONDS * 1000;
  while (Date.now() < end) {
    const found = await look();
    if (found) {
      return found;
    }
    await sleep(25);
  }
  throw new Error(`After ${MOST_SECONDS} seconds still not: ${what}`);
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>("plainspeak.plainspeak");
  if (!extension) {
    throw new Error("The extension isn't there.");
  }
  return extension.activate();
}

export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (!first) {
    throw new Error("No folder is open.");
  }
  return first.uri;
}

/** Open a paper of the workspace as it is on the disk. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(join(folder().fsPath, name)));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  if (document.isDirty) {
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  return editor;
}

/** Open a paper, and wait for its marks. */
export async function openMarked(name: string): Promise<vscode.TextEditor> {
  const editor = await open(name);
  await marked(editor.document);
  return editor;
}

/** Wait for the marks of a document. */
export function marked(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  return until(`marks in ${document.uri}`, () => {
    const found = marksOf(document);
    return found.length > 0 ? found : undefined;
  });
}

/** Return the mark on some words. */
export function markOn(document: vscode.TextDocument, words: string): vscode.Diagnostic | undefined {
  return marksOf(document).find((each) => document.getText(each.range) === words);
}

/** Put the cursor into some words. */
export function select(editor: vscode.TextEditor, words: string): vscode.Position {
  const at = editor.document.positionAt(editor.document.getText().indexOf(words) + 1);
  editor.selection = new vscode.Selection(at, at);
  return at;
}

/** Do something, and choose the first line wherever there are several. */
export async function choosingFirst(work: () => Thenable<unknown>): Promise<void> {
  const window = vscode.window as unknown as Record<string, unknown>;
  const before = window.showQuickPick;
  window.showQuickPick = async (items: readonly unknown[]) => items[0];
  try {
    await work();
  } finally {
    window.showQuickPick = before;
  }
}

/** Do something, and write some words wherever they are asked for. */
export async function writing(words: string, work: () => Thenable<unknown>): Promise<void> {
  const window = vscode.window as unknown as Record<string, unknown>;
  const before = window.showInputBox;
  window.showInputBox = async () => words;
  try {
    await work();
  } finally {
    window.showInputBox = before;
  }
}

/** Note the messages that are shown while something is done, and answer none of them. */
export async function messagesDuring(work: () => Promise<void>): Promise<string[]> {
  const window = vscode.window as unknown as Record<string, (message: string) => Promise<undefined>>;
  const names = ["showInformationMessage", "showWarningMessage", "showErrorMessage"];
  const before = names.map((name) => window[name]);
  const messages: string[] = [];
  for (const name of names) {
    window[name] = async (message) => {
      messages.push(message);
      return undefined;
    };
  }
  try {
    await work();
  } finally {
    for (const [index, name] of names.entries()) {
      window[name] = before[index] as (message: string) => Promise<undefined>;
    }
  }
  return messages;
}
