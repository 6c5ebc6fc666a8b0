/** Asks the server what can be done about the words at a place, and does it. */

import * as vscode from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient/node";
import { type Asking, argumentOf, choose, ofRule, type Purpose, type ServerAction, versionsOf } from "./choosing";
import { currentEditor, NO_DOCUMENT } from "./documents";
import { marksAt, rangeOf } from "./marks";
import { FIX_ALL, type Finding, SOURCE } from "./protocol";
import type { Session } from "./session";
import { FindingItem } from "./tree";

/** What an action is about: a document, a place in it, and perhaps one finding. */
interface Target {
  document: vscode.TextDocument;
  range: vscode.Range;
  finding?: Finding;
}

const NOTHING: Record<Purpose, string> = {
  fix: "There is no fix for these words. Put the cursor on marked words.",
  fixKind: "There are no more fixes of this kind. Put the cursor on marked words.",
  fixSafe: "There is nothing in this document that can be changed without a look at it.",
  ignoreHere: "There is nothing to ignore here. Put the cursor on marked words.",
  ignoreInFile: "There is nothing to ignore here. Put the cursor on marked words.",
  ignoreInProject: "There is nothing to ignore here. Put the cursor on marked words.",
  addToGlossary: "These words can’t be added from here.",
};

/** Return what a command is about: an item of the panel, or the cursor. */
async function targetOf(item: unknown): Promise<Target | undefined> {
  if (item instanceof FindingItem) {
    const document = await vscode.workspace.openTextDocument(item.uri);
    return { document, range: rangeOf(item.finding), finding: item.finding };
  }
  const editor = currentEditor();
  return editor && { document: editor.document, range: editor.selection };
}

/** Return what can be done for a purpose, the best first. */
async function actionsFor(session: Session, target: Target, purpose: Purpose): Promise<ServerAction[]> {
  const { document, range, finding } = target;
  const whole = purpose === "fixSafe";
  const actions = await session.request<ServerAction[] | null>("textDocument/codeAction", {
    textDocument: { uri: document.uri.toString() },
    range: plain(whole ? new vscode.Range(0, 0, 0, 0) : range),
    context: { diagnostics: whole ? [] : sent(target), triggerKind: 1, ...(whole ? { only: [FIX_ALL] } : {}) },
  });
  const chosen = choose(actions ?? [], purpose, finding?.id);
  return finding && purpose === "fixKind" ? ofRule(chosen, finding.rule) : chosen;
}

/** Do what a purpose asks for; people choose where there are several ways. */
export async function act(session: Session, item: unknown, purpose: Purpose): Promise<void> {
  const target = await targetOf(item);
  if (!target) {
    void vscode.window.showInformationMessage(NO_DOCUMENT);
    return;
  }
  const action = await pick(await actionsFor(session, target, purpose), NOTHING[purpose]);
  if (action) {
    await apply(session, action);
  }
}

/** Return the action that people choose; the only one without asking. */
async function pick(actions: readonly ServerAction[], nothing: string): Promise<ServerAction | undefined> {
  if (actions.length === 0) {
    void vscode.window.showInformationMessage(nothing);
    return undefined;
  }
  if (actions.length === 1) {
    return actions[0];
  }
  const items = actions.map((action) => ({ label: action.title, action }));
  const choice = await vscode.window.showQuickPick(items, { title: "plainspeak", placeHolder: "Choose what to do" });
  return choice?.action;
}

/** Carry out an action. A change that was made for an older text isn't. */
async function apply(session: Session, action: ServerAction): Promise<void> {
  const client = session.client;
  if (!client) {
    return;
  }
  const whole =
    action.edit === undefined && action.data !== undefined
      ? ((await session.request<ServerAction>("codeAction/resolve", action)) ?? action)
      : action;
  for (const [uri, version] of versionsOf(whole.edit)) {
    const open = vscode.workspace.textDocuments.find((each) => client.code2ProtocolConverter.asUri(each.uri) === uri);
    if (open && version !== null && open.version !== version) {
      void vscode.window.showInformationMessage("The text has changed meanwhile. Please choose again.");
      return;
    }
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(whole.edit as WorkspaceEdit | undefined);
  if (edit && (await vscode.workspace.applyEdit(edit))) {
    vscode.window.setStatusBarMessage(`plainspeak: ${whole.title}. Undo takes it back.`, 5_000);
  }
}

/** Return the object that the server would hand to a prompt about the words at the cursor, or about a finding. */
export async function argumentAt(
  session: Session,
  item: unknown,
  purpose: Asking,
): Promise<ReturnType<typeof argumentOf>> {
  const target = await targetOf(item);
  if (!target) {
    return undefined;
  }
  const action = await pick(await actionsFor(session, target, purpose), NOTHING[purpose]);
  return action && argumentOf(action);
}

/** Return the marks at a place, as the server sent them. */
function sent({ document, range, finding }: Target): object[] {
  if (finding) {
    const { id, rule, message } = finding;
    return [{ range: finding.range, message, source: SOURCE, code: rule, data: { id, rule } }];
  }
  return marksAt(document, range).map((each) => ({
    range: plain(each.range),
    message: each.message,
    source: SOURCE,
    // The client keeps there what the server needs to know a mark again.
    data: (each as { data?: unknown }).data,
  }));
}

function plain(range: vscode.Range): object {
  const at = ({ line, character }: vscode.Position) => ({ line, character });
  return { start: at(range.start), end: at(range.end) };
}
