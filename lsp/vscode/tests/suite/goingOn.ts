/** How plainspeak goes on: off and on, after a restart, after trouble. */

import { ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import { marksOf } from "../../src/marks";
import { api, marked, markOn, messagesDuring, openMarked, type Tests, until } from "./looking";

async function offAndOn(): Promise<void> {
  const { status } = await api();
  const { document } = await openMarked("board.md");
  await vscode.commands.executeCommand("plainspeak.toggle");
  await until("all marks are gone", () => marksOf(document).length === 0);
  await until("the status bar says off", () => status.shown?.text.includes("off"));
  await vscode.commands.executeCommand("plainspeak.toggle");
  await marked(document);
  await until("the status bar counts again", () => status.shown?.text.includes("unexplained"));
}

async function restarts(): Promise<void> {
  const { session } = await api();
  const { document } = await openMarked("board.md");
  const before = session.client;
  await vscode.commands.executeCommand("plainspeak.restart");
  ok(session.client && session.client !== before);
  await marked(document);
}

async function survives(): Promise<string> {
  const { session } = await api();
  const editor = await openMarked("board.md");
  // Only the client knows the process.
  const { pid } = (session.client as unknown as { _serverProcess: { pid: number } })._serverProcess;
  const began = Date.now();
  let time = 0;
  const messages = await messagesDuring(async () => {
    process.kill(pid, "SIGKILL");
    await until("it is noticed", () => session.state !== "ready");
    await until("it is there again", () => session.state === "ready");
    time = Date.now() - began;
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), "Our MDT met. "));
    await until("a new mark comes", () => markOn(editor.document, "MDT"));
  });
  strictEqual(messages.join(" / "), "plainspeak stopped, and is starting again. Your text is as it was.");
  await vscode.commands.executeCommand("workbench.action.files.revert");
  return `ready ${time} ms after it was killed, one message`;
}

async function brokenConfiguration(): Promise<string> {
  const { session, status } = await api();
  const { document } = await openMarked("broken/paper.md");
  await until("the status says what is wrong", () => session.statusOf(document)?.state === "trouble");
  const shown = await until("the bar shows it", () => (status.shown?.warns ? status.shown : undefined));
  return shown.tooltip.join(" ");
}

export const goingOn: Tests = [
  ["Off and on again", offAndOn],
  ["Restart", restarts],
  ["A server that is killed comes back, with one message", survives],
  ["A broken configuration leaves the marks on", brokenConfiguration],
];
