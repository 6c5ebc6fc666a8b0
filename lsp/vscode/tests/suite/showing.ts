/** The panel and the pages. */

import { ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import type { FindingItem, GroupItem } from "../../src/tree";
import { api, folder, openMarked, type Tests, until } from "./looking";

/** Return the kinds of findings that the panel lists, once it lists those of a document. */
async function listed(document: vscode.TextDocument): Promise<GroupItem[]> {
  const { tree } = await api();
  return until("findings are listed", () => {
    const all = tree.getChildren() as GroupItem[];
    const own = all.every((each) => each.children[0]?.uri.toString() === document.uri.toString());
    return all.length > 0 && own ? all : undefined;
  });
}

async function panel(): Promise<string> {
  const { tree } = await api();
  await vscode.commands.executeCommand("plainspeak.findings.focus");
  const { document } = await openMarked("board.md");
  const groups = await listed(document);
  const items = groups.flatMap((each) => tree.getChildren(each) as FindingItem[]);
  strictEqual(
    items.length,
    groups.map((each) => each.children.length).reduce((one, other) => one + other),
  );
  ok(items.every((each) => each.accessibilityInformation?.label && /^line \d+/.test(String(each.description))));
  return groups.map((each) => `${each.label} ${each.description}`).join(", ");
}

async function panelFixes(): Promise<void> {
  const editor = await openMarked("safe.md");
  const { document } = editor;
  const item = await until("a finding is offered with a fix", async () =>
    (await listed(document))
      .flatMap((each) => each.children)
      .find((each) => each.finding.fixable && each.finding.text === "in order to"),
  );
  await vscode.commands.executeCommand("plainspeak.reveal", item);
  strictEqual(vscode.window.activeTextEditor?.selection.active.line, item.finding.range.start.line);
  await vscode.commands.executeCommand("plainspeak.fixThis", item);
  ok(!document.getText().includes("in order to"), document.getText());
  await vscode.commands.executeCommand("workbench.action.files.revert");
}

async function report(): Promise<void> {
  const { report } = await api();
  await openMarked("board.md");
  await vscode.commands.executeCommand("plainspeak.previewReport");
  ok(/Content-Security-Policy/.test(report.html) && !/<script/i.test(report.html), report.html.slice(0, 500));
  await vscode.commands.executeCommand("workbench.action.closeEditorsInOtherGroups");
}

async function words(): Promise<void> {
  await openMarked("board.md");
  void vscode.commands.executeCommand("plainspeak.jargonBuster");
  const page = await until("the page of words is open", () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.isUntitled && document.languageId === "markdown" ? document : undefined;
  });
  ok(/ICB|integrated care board/i.test(page.getText()), page.getText());
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

async function workspace(): Promise<string> {
  const { session } = await api();
  const answer = await session.command<{ message?: string; files: number; findings: number }>("checkWorkspace", {
    folder: folder().toString(),
  });
  ok(answer && answer.files > 0 && answer.findings > 0, JSON.stringify(answer));
  return answer.message ?? "";
}

export const showing: Tests = [
  ["The panel lists findings by kind", panel],
  ["The panel fixes", panelFixes],
  ["The report has no scripts", report],
  ["The page of words opens", words],
  ["The workspace is checked", workspace],
];
