/** Starts and ends with the editor. */

import * as vscode from "vscode";
import { registerCommands } from "./commands";
import { CurrentDocument } from "./documents";
import { ReportPreview } from "./report";
import { Session } from "./session";
import { offerSetup } from "./setup";
import { StatusBar } from "./status";
import { FindingsTree } from "./tree";

/** What other extensions, and our tests, can look at. */
export interface Api {
  session: Session;
  status: StatusBar;
  tree: FindingsTree;
  report: ReportPreview;
}

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): Api {
  const log = vscode.window.createOutputChannel("plainspeak", { log: true });
  const current = new CurrentDocument();
  const here = new Session(context, log);
  session = here;
  const status = new StatusBar(here, current);
  const tree = new FindingsTree(here, current);
  const report = new ReportPreview(here);
  context.subscriptions.push(
    log,
    current,
    status,
    tree,
    report,
    ...registerCommands(here, current, report),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("plainspeak.interpreter")) {
        void here.start();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => here.start()),
  );
  void here.start().then(() => (here.state === "notSetUp" ? offerSetup(here, false) : undefined));
  return { session: here, status, tree, report };
}

export async function deactivate(): Promise<void> {
  await session?.dispose();
}
