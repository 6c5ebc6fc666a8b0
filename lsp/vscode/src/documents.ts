/** Which document the panel, the status bar and the commands are about. */

import * as vscode from "vscode";
import { LANGUAGES } from "./protocol";

export const NO_DOCUMENT = "Open a Markdown, text or web page first.";

/** What plainspeak reads: files and what isn't saved yet, not the boxes for chats or old versions in a comparison. */
export const SELECTOR = LANGUAGES.flatMap((language) => [
  { language, scheme: "file" },
  { language, scheme: "untitled" },
]);

/** Tell whether plainspeak reads a document. */
function isOurs(document: vscode.TextDocument): boolean {
  return vscode.languages.match(SELECTOR, document) > 0;
}

/** Tell whether marks are wanted in a document. */
export function isEnabled(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration("plainspeak", document).get("enable", true);
}

/** Return the editor that commands act in; nothing if it shows something that plainspeak doesn't read. */
export function currentEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && isOurs(editor.document) ? editor : undefined;
}

/** Follows the document that is worked on. It stays the same while a panel or a preview has the focus. */
export class CurrentDocument implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #listeners: vscode.Disposable[];
  #document: vscode.TextDocument | undefined;

  constructor() {
    this.#listeners = [
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.#look()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#look()),
      vscode.workspace.onDidOpenTextDocument(() => this.#look()),
      vscode.workspace.onDidCloseTextDocument(() => this.#look()),
    ];
    this.#look();
  }

  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  dispose(): void {
    for (const each of this.#listeners) {
      each.dispose();
    }
  }

  #look(): void {
    const active = vscode.window.activeTextEditor?.document;
    let next: vscode.TextDocument | undefined;
    if (active) {
      next = isOurs(active) ? active : undefined;
    } else {
      const before = this.#document;
      const shown = vscode.window.visibleTextEditors.some((each) => each.document === before);
      next = shown && before && isOurs(before) ? before : undefined;
    }
    if (next !== this.#document) {
      this.#document = next;
      void vscode.commands.executeCommand("setContext", "plainspeak.hasDocument", next !== undefined);
      this.#changed.fire();
    }
  }
}
