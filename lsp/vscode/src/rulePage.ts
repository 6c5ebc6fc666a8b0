/** Opens the page on the rule of a finding, which comes with plainspeak. */

import * as vscode from "vscode";
import { currentEditor } from "./documents";
import { marksAt } from "./marks";
import { FindingItem } from "./tree";

/** Open the page on the rule of an item of the panel, or of the mark at the cursor. */
export async function openRulePage(item: unknown): Promise<void> {
  const page = item instanceof FindingItem ? pageOf(item) : pageAtCursor();
  if (!page) {
    void vscode.window.showInformationMessage("There is no page to show. Put the cursor on marked words.");
  } else if (page.scheme === "file") {
    await vscode.commands.executeCommand("markdown.showPreview", page);
  } else {
    await vscode.env.openExternal(page);
  }
}

function pageOf({ finding }: FindingItem): vscode.Uri | undefined {
  return finding.href ? vscode.Uri.parse(finding.href) : undefined;
}

function pageAtCursor(): vscode.Uri | undefined {
  const editor = currentEditor();
  const marks = editor ? marksAt(editor.document, editor.selection) : [];
  return marks.map(({ code }) => (typeof code === "object" ? code.target : undefined)).find(Boolean);
}
