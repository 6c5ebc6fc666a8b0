/** How long it takes from a key to right marks, in a paper of 300 pages. */

import { ok } from "node:assert";
import { performance } from "node:perf_hooks";
import * as vscode from "vscode";
import { marksOf } from "../../src/marks";
import { api, openMarked, sleep, type Tests, until } from "./looking";

const KEYS = 40;
const PAUSE = 150;

async function typing(): Promise<string> {
  const { session } = await api();
  const began = Date.now();
  const editor = await openMarked("long.md");
  const { document } = editor;
  const first = Date.now() - began;
  await until("all of it is checked", () => session.statusOf(document)?.state === "idle");
  const whole = Date.now() - began;
  // A key before a mark moves it, so it is known when the marks are right.
  const mark = marksOf(document).find((each) => each.range.start.character > 60);
  ok(mark);
  const { line } = mark.range.start;
  const wordAt = document.getText(mark.range);
  const isRight = () =>
    marksOf(document).some((each) => each.range.start.line === line && document.getText(each.range) === wordAt);
  const times: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    const start = performance.now();
    await editor.edit((edit) => edit.insert(new vscode.Position(line, key), "then we "[key % 8] as string), {
      undoStopBefore: false,
      undoStopAfter: false,
    });
    while (!isRight()) {
      ok(performance.now() - start < 10_000, "The marks weren't right after 10 seconds.");
      await sleep(1);
    }
    times.push(performance.now() - start);
    await sleep(PAUSE);
  }
  await vscode.commands.executeCommand("workbench.action.files.revert");
  times.sort((one, other) => one - other);
  const at = (share: number) => Math.round(times[Math.ceil(share * KEYS) - 1] as number);
  const words = document.getText().split(/\s+/).length.toLocaleString("en-GB");
  const opening = `${words} words, first marks after ${first} ms, all after ${whole} ms`;
  const told = `${opening}; from a key to right marks: median ${at(0.5)} ms, 95 in 100 within ${at(0.95)} ms, at most ${at(1)} ms`;
  const most = process.env.PLAINSPEAK_MOST_MS;
  ok(!most || at(0.5) <= Number(most), told);
  return told;
}

export const speed: Tests = [["Speed on a long paper", typing]];
