/** A short made-up paper, to try plainspeak on. */

import * as vscode from "vscode";

const PAPER = `# Winter plan: progress and next steps

This paper updates the Board with regard to the UEC winter plan.
The direction of travel is positive, but NCTR numbers are still above plan.

The ICB has worked with system partners in order to agree four schemes.
VCSE groups helped us to contact communities that are hard to reach.

We will triangulate the findings with complaints and incident data.
The SRO will bring a deep dive to the next meeting.
`;

/** Open the paper as a new document, which nobody needs to save. */
export async function openExample(): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: PAPER });
  return vscode.window.showTextDocument(document);
}
