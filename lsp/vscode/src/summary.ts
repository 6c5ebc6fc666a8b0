/** Shows the score of a document, and what to do first. */

import * as vscode from "vscode";
import type { ScoreAnswer } from "./protocol";
import type { Session } from "./session";

interface Button extends vscode.MessageItem {
  command?: string;
}

const GO_ON: readonly Button[] = [
  { title: "Preview the report", command: "plainspeak.previewReport" },
  { title: "Show all findings", command: "plainspeak.findings.focus" },
  { title: "Close", isCloseAffordance: true },
];

/** Show the summary. A dialog cuts no sentence off, and is read out as a whole. */
export async function showSummary(session: Session, document: vscode.TextDocument): Promise<void> {
  const score = await session.command<ScoreAnswer>("score", { uri: document.uri.toString() });
  if (!score) {
    return;
  }
  const [heading = "Nothing to look at.", ...lines] = score.lines;
  const first = score.firstThings.map((each, index) => `${index + 1}. ${each}`);
  const detail = [lines.join("\n"), ...(first.length > 0 ? [["To do first:", ...first].join("\n")] : [])].join("\n\n");
  const choice = await vscode.window.showInformationMessage(heading, { modal: true, detail }, ...GO_ON);
  if (choice?.command) {
    await vscode.commands.executeCommand(choice.command);
  }
}
