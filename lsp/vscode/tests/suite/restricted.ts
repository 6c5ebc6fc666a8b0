/** A workspace that nobody has said they trust. */

import { ok, strictEqual } from "node:assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { api, folder, markOn, open, type Tests, until } from "./looking";

async function marksWithoutTrust(): Promise<string> {
  strictEqual(vscode.workspace.isTrusted, false);
  const { document } = await open("board.md");
  await until("UEC is marked", () => markOn(document, "UEC"));
  const { session } = await api();
  strictEqual(session.interpreter?.origin, "setting");
  return `with ${session.interpreter.command}`;
}

async function runsNothing(): Promise<void> {
  const { session } = await api();
  const inside = folder().fsPath;
  ok(session.candidates().every((each) => !each.command.startsWith(inside)));
  await vscode.commands.executeCommand("plainspeak.restart");
  strictEqual(session.state, "ready");
  // The Python of the workspace would have left this behind.
  ok(!existsSync(join(inside, "ran")));
}

export const restricted: Tests = [
  ["A workspace without trust has marks", marksWithoutTrust],
  ["Nothing in it is run", runsNothing],
];
