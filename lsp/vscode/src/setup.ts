/** Sets up plainspeak after people agreed: the only thing here that downloads anything. */

import * as vscode from "vscode";
import { makeEnvironment, type Outcome } from "./environment";
import { consent, origin, type Source } from "./installing";
import type { Session } from "./session";

const TOLD = "plainspeak.toldNotSetUp";
const SET_UP = "Set up plainspeak";

/** Say that plainspeak isn't set up: by itself once on this computer, and whenever somebody asks for something. */
export async function offerSetup(session: Session, asked: boolean): Promise<void> {
  const memory = session.context.globalState;
  if (!asked && memory.get<boolean>(TOLD)) {
    return;
  }
  await memory.update(TOLD, true);
  const choice = await vscode.window.showInformationMessage(
    "plainspeak isn’t set up on this computer yet. Until then it can’t look at what you write.",
    SET_UP,
  );
  if (choice) {
    await setUp(session);
  }
}

/** Make an environment of our own with plainspeak in it, if people agree. */
export async function setUp(session: Session): Promise<void> {
  if (session.state === "settingUp") {
    return;
  }
  const source = configuredSource();
  const choice = await vscode.window.showInformationMessage(
    "Set up plainspeak on this computer?",
    { modal: true, detail: consent(session.privateEnvironment, source) },
    "Set up",
  );
  if (!choice) {
    return;
  }
  await session.stop("settingUp");
  const outcome = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: "Setting up plainspeak", cancellable: true },
    (progress, token) => make(session, source, progress, token),
  );
  await session.start();
  if (outcome === "made" && session.state === "ready") {
    void vscode.window.showInformationMessage(
      "plainspeak is ready. Marks show what to look at, with plain words to write instead.",
    );
  } else if (typeof outcome === "object") {
    await tell(session, outcome.advice);
  }
}

function make(
  session: Session,
  source: Source,
  progress: vscode.Progress<{ message?: string }>,
  token: vscode.CancellationToken,
): Promise<Outcome> {
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  session.log.info(`Sets up plainspeak in ${session.privateEnvironment}, ${origin(source)}.`);
  return makeEnvironment({
    // A Python of the workspace may go with it; one of the computer stays.
    makers: session.candidates().filter((each) => each.origin === "setting" || each.origin === "path"),
    folder: session.privateEnvironment,
    source,
    runIn: session.folder,
    onProgress: (message) => progress.report({ message }),
    onLine: (line) => session.log.info(line),
    signal: stop.signal,
  });
}

function configuredSource(): Source {
  const settings = vscode.workspace.getConfiguration("plainspeak");
  return {
    index: settings.get("packageIndex", "").trim(),
    wheels: settings.get("wheels", "").trim(),
    proxy: vscode.workspace.getConfiguration("http").get("proxy", "").trim(),
  };
}

async function tell(session: Session, advice: string): Promise<void> {
  const choice = await vscode.window.showErrorMessage(`plainspeak isn’t set up. ${advice}`, "Try again", "Show log");
  if (choice === "Try again") {
    await setUp(session);
  } else if (choice) {
    session.log.show();
  }
}
