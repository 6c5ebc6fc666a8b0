/** Goes to findings. */

import * as vscode from "vscode";
import { currentEditor } from "./documents";
import { marksOf, rangeOf } from "./marks";
import { FindingItem } from "./tree";

/** Put the cursor on the next finding, or the one before; after the last comes the first. */
export async function move(forward: boolean): Promise<void> {
  const editor = currentEditor();
  if (!editor) {
    return;
  }
  const places = marksOf(editor.document).map((each) => each.range);
  const at = editor.selection.start;
  const next = forward
    ? (places.find((each) => each.start.isAfter(at)) ?? places[0])
    : (places.findLast((each) => each.start.isBefore(at)) ?? places.at(-1));
  if (next) {
    reveal(editor, next);
    await vscode.commands.executeCommand("editor.action.showHover");
  } else {
    void vscode.window.showInformationMessage("There is nothing to look at in this document.");
  }
}

/** Show the words that an item of the panel is about. */
export async function show(item: unknown): Promise<void> {
  if (item instanceof FindingItem) {
    const document = await vscode.workspace.openTextDocument(item.uri);
    reveal(await vscode.window.showTextDocument(document), rangeOf(item.finding));
  }
}

function reveal(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
