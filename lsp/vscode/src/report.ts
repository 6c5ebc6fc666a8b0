/** Shows the report of a document beside it. */

import * as vscode from "vscode";
import type { ReportAnswer } from "./protocol";
import { reportPage } from "./reportPage";
import type { Session } from "./session";

/** Holds one preview. It is renewed when its document is saved, and when the colours of the editor change. */
export class ReportPreview implements vscode.Disposable {
  readonly #listeners: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #document: vscode.TextDocument | undefined;
  #page = "";

  constructor(readonly session: Session) {
    this.#listeners = [
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (this.#panel && document === this.#document) {
          void this.show(document);
        }
      }),
      vscode.window.onDidChangeActiveColorTheme(() => this.#draw()),
    ];
  }

  /** The page that is shown, as it was made safe; empty while there is none. */
  get html(): string {
    return this.#panel?.webview.html ?? "";
  }

  async show(document: vscode.TextDocument): Promise<void> {
    const report = await this.session.command<ReportAnswer>("report", { uri: document.uri.toString() });
    if (!report?.html) {
      return;
    }
    this.#document = document;
    this.#page = report.html;
    this.#panel ??= this.#open();
    this.#panel.title = `Report: ${document.uri.path.split("/").at(-1)}`;
    this.#draw();
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const each of this.#listeners) {
      each.dispose();
    }
  }

  #open(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(
      "plainspeak.report",
      "Report",
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, enableFindWidget: true, localResourceRoots: [] },
    );
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#document = undefined;
    });
    return panel;
  }

  #draw(): void {
    if (this.#panel) {
      const { Dark, HighContrast } = vscode.ColorThemeKind;
      this.#panel.webview.html = reportPage(
        this.#page,
        [Dark, HighContrast].includes(vscode.window.activeColorTheme.kind),
      );
    }
  }
}
