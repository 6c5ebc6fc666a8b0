/** The item in the status bar. */

import * as vscode from "vscode";
import { type CurrentDocument, isEnabled } from "./documents";
import type { Session } from "./session";
import { type StatusText, statusText } from "./statusText";

/** How long a check goes on before the bar says so: a flicker at each key would disturb. */
const PATIENCE = 400;

export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem("plainspeak.status", vscode.StatusBarAlignment.Right, 100);
  readonly #listeners: vscode.Disposable[];
  #later: NodeJS.Timeout | undefined;
  /** What is shown; nothing while the bar is hidden. */
  shown: StatusText | undefined;

  constructor(
    readonly session: Session,
    readonly current: CurrentDocument,
  ) {
    this.#item.name = "plainspeak";
    const update = () => this.#update();
    this.#listeners = [
      this.#item,
      session.onDidChange(update),
      current.onDidChange(() => this.#show()),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("plainspeak") && this.#show()),
    ];
    this.#show();
  }

  dispose(): void {
    clearTimeout(this.#later);
    for (const each of this.#listeners) {
      each.dispose();
    }
  }

  #update(): void {
    clearTimeout(this.#later);
    const document = this.current.document;
    const checking = document && this.session.statusOf(document)?.state === "checking";
    if (checking && this.shown) {
      this.#later = setTimeout(() => this.#show(), PATIENCE);
    } else {
      this.#show();
    }
  }

  #show(): void {
    const document = this.current.document;
    if (!document) {
      this.shown = undefined;
      this.#item.hide();
      return;
    }
    const text = statusText(this.session.state, this.session.statusOf(document), isEnabled(document));
    this.shown = text;
    this.#item.text = text.text;
    this.#item.tooltip = text.tooltip.join("\n");
    this.#item.accessibilityInformation = { label: text.label, role: "button" };
    this.#item.command = text.command;
    this.#item.backgroundColor = text.warns ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    this.#item.show();
  }
}
