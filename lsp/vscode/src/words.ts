/** Opens the page “words used in this document”. */

import * as vscode from "vscode";
import type { WordsAnswer } from "./protocol";
import type { Session } from "./session";

/** Open the page as a new Markdown document, to copy from or to save. */
export async function showWords(session: Session, document: vscode.TextDocument): Promise<void> {
  const words = await session.command<WordsAnswer>("jargonBuster", { uri: document.uri.toString() });
  if (!words) {
    return;
  }
  if (words.markdown.trim()) {
    const page = await vscode.workspace.openTextDocument({ language: "markdown", content: words.markdown });
    await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside });
  }
  if (words.message) {
    void vscode.window.showInformationMessage(words.message);
  }
}
