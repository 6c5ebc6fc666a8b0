/** All commands, each of which is in the command palette too. */

import * as vscode from "vscode";
import { act } from "./actions";
import { addToGlossary, ignore } from "./asking";
import { IGNORING, type Purpose } from "./choosing";
import { type CurrentDocument, NO_DOCUMENT } from "./documents";
import { openExample } from "./example";
import { move, show } from "./moving";
import type { WorkspaceAnswer } from "./protocol";
import type { ReportPreview } from "./report";
import { openRulePage } from "./rulePage";
import type { Session } from "./session";
import { offerSetup, setUp } from "./setup";
import { showSummary } from "./summary";
import { showWords } from "./words";

type Handler = (first?: unknown) => unknown;

const AT_THE_CURSOR: Record<string, Purpose> = {
  fixThis: "fix",
  fixKind: "fixKind",
  fixSafe: "fixSafe",
};

/** Register the commands. */
export function registerCommands(
  session: Session,
  current: CurrentDocument,
  report: ReportPreview,
): vscode.Disposable[] {
  /** Need the server; without it, say what is missing. */
  const served =
    (handler: Handler): Handler =>
    (first) => {
      if (session.state === "notSetUp") {
        return offerSetup(session, true);
      }
      if (session.state === "stopped") {
        return session.start().then(() => (session.state === "ready" ? handler(first) : undefined));
      }
      return handler(first);
    };
  /** Need a document; without it, say so. */
  const about =
    (handler: (document: vscode.TextDocument) => Promise<void>): Handler =>
    async (first) => {
      const document = await named(first, current);
      if (document) {
        return handler(document);
      }
      return vscode.window.showInformationMessage(NO_DOCUMENT);
    };
  const handlers: Record<string, Handler> = {
    checkWorkspace: served(() => checkWorkspace(session)),
    jargonBuster: served(about((document) => showWords(session, document))),
    showScore: served(about((document) => showSummary(session, document))),
    previewReport: served(about((document) => report.show(document))),
    addToGlossary: served((first) => addToGlossary(session, first)),
    nextFinding: () => move(true),
    previousFinding: () => move(false),
    aboutRule: (item) => openRulePage(item),
    reveal: (item) => show(item),
    toggle: () => toggle(current.document),
    openExample: () => openExample(),
    restart: () => session.start(),
    showLog: () => session.log.show(),
    setUp: () => setUp(session),
  };
  for (const [name, purpose] of Object.entries(AT_THE_CURSOR)) {
    handlers[name] = served((item) => act(session, item, purpose));
  }
  for (const purpose of IGNORING) {
    handlers[purpose] = served((item) => ignore(session, item, purpose));
  }
  return Object.entries(handlers).map(([name, handler]) =>
    vscode.commands.registerCommand(`plainspeak.${name}`, handler),
  );
}

/** Turn the marks on or off, where that is set now; else for all that this person opens. */
export async function toggle(document: vscode.TextDocument | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration("plainspeak", document);
  const set = settings.inspect<boolean>("enable");
  const on = settings.get("enable", true);
  const target =
    set?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await settings.update("enable", !on, target);
  vscode.window.setStatusBarMessage(`plainspeak is ${on ? "off" : "on"}.`, 5_000);
}

async function checkWorkspace(session: Session): Promise<void> {
  const answer = await session.command<WorkspaceAnswer>("checkWorkspace", {});
  if (!answer?.message) {
    return;
  }
  const button = answer.findings > 0 ? ["Show all"] : [];
  void vscode.window.showInformationMessage(answer.message, ...button).then((choice) => {
    if (choice) {
      void vscode.commands.executeCommand("workbench.actions.view.problems");
    }
  });
}

/** Return the document that a code lens names, else the current one. */
async function named(first: unknown, current: CurrentDocument): Promise<vscode.TextDocument | undefined> {
  const uri = (first as { uri?: unknown } | undefined)?.uri;
  return typeof uri === "string" ? vscode.workspace.openTextDocument(vscode.Uri.parse(uri)) : current.document;
}
