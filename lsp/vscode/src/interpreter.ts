/** Finds a Python that has plainspeak, by asking each. */

import { existsSync } from "node:fs";
import { isAbsolute } from "node:path";
import type { Candidate } from "./candidates";
import { run } from "./running";

export const LEAST_VERSION: readonly [number, number] = [3, 10];
const MOST_SECONDS = 15;

/** A Python that answered. */
export interface Interpreter extends Candidate {
  version: [number, number, number];
  /** Whether `python -m plainspeak lsp` can start. */
  hasServer: boolean;
  /** Whether it can make a virtual environment. */
  hasVenv: boolean;
}

/** What asking one Python brought. */
export interface Asked {
  candidate: Candidate;
  interpreter?: Interpreter;
  /** Why it can't be used, for the log. */
  why?: string;
}

export type Ask = (candidate: Candidate) => Promise<Asked>;

// Nothing is imported, so that nothing slow or broken is run.
const QUESTION = [
  "import json, sys",
  "from importlib.util import find_spec as find",
  "has = lambda *names: all(find(name) is not None for name in names)",
  "server = has('plainspeak', 'plainspeak_lsp', 'pygls')",
  "venv = has('venv', 'ensurepip')",
  "print(json.dumps({'version': list(sys.version_info[:3]), 'server': server, 'venv': venv}))",
].join("\n");

/** Tell whether a Python is new enough for plainspeak. */
export function isNewEnough(version: readonly number[]): boolean {
  const [major = 0, minor = 0] = version;
  return major > LEAST_VERSION[0] || (major === LEAST_VERSION[0] && minor >= LEAST_VERSION[1]);
}

/** Read what a Python said of itself; nothing if that isn't an answer to our question. */
export function understood(output: string, candidate: Candidate): Interpreter | undefined {
  const last = output.trim().split(/\r?\n/).at(-1) ?? "";
  try {
    const { version, server, venv } = JSON.parse(last) as { version: unknown; server: unknown; venv: unknown };
    if (!Array.isArray(version) || version.length !== 3 || !version.every((each) => Number.isInteger(each))) {
      return undefined;
    }
    return {
      ...candidate,
      version: version as [number, number, number],
      hasServer: server === true,
      hasVenv: venv === true,
    };
  } catch {
    return undefined;
  }
}

/** Return a way to ask a Python what it has. `folder` is where it runs: a place with no Python files of anybody's. */
export function asker(folder: string): Ask {
  return async (candidate) => {
    if (isAbsolute(candidate.command) && !existsSync(candidate.command)) {
      return { candidate, why: "there is no such file" };
    }
    const { code, output, trouble } = await run(candidate.command, [...candidate.args, "-c", QUESTION], {
      folder,
      seconds: MOST_SECONDS,
    });
    if (code !== 0) {
      return { candidate, why: trouble ?? `it ended with ${code}` };
    }
    const interpreter = understood(output, candidate);
    return interpreter ? { candidate, interpreter, ...lacking(interpreter) } : { candidate, why: "it isn’t Python" };
  };
}

/** Ask one after the other until one can start the server. All that were asked are returned, that one last. */
export async function findServer(
  all: readonly Candidate[],
  ask: Ask,
): Promise<{ found?: Interpreter; asked: Asked[] }> {
  const asked: Asked[] = [];
  for (const candidate of all) {
    const answer = await ask(candidate);
    asked.push(answer);
    if (answer.interpreter && answer.why === undefined) {
      return { found: answer.interpreter, asked };
    }
  }
  return { asked };
}

/** Return the first Python that can make an environment; else the reason that helps most. */
export async function findMaker(
  all: readonly Candidate[],
  ask: Ask,
): Promise<{ found?: Interpreter; why: "none" | "old" | "no-venv" }> {
  let why: "none" | "old" | "no-venv" = "none";
  for (const candidate of all) {
    const { interpreter } = await ask(candidate);
    if (!interpreter) {
      continue;
    }
    if (!isNewEnough(interpreter.version)) {
      why = why === "none" ? "old" : why;
    } else if (!interpreter.hasVenv) {
      why = "no-venv";
    } else {
      return { found: interpreter, why };
    }
  }
  return { why };
}

function lacking(interpreter: Interpreter): { why?: string } {
  if (!isNewEnough(interpreter.version)) {
    return { why: `Python ${interpreter.version.join(".")} is too old` };
  }
  return interpreter.hasServer ? {} : { why: "it hasn’t got plainspeak" };
}
