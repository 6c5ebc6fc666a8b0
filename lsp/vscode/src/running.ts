/** Runs a program, without a shell and within a time limit. */

import { spawn } from "node:child_process";

export interface RunOptions {
  folder: string;
  seconds: number;
  /** Is told each piece of what the program says. */
  onOutput?: (text: string) => void;
  /** Stops the program when it is aborted. */
  signal?: AbortSignal;
}

export interface Ran {
  /** What the program ended with; -1 if it didn't start or was stopped. */
  code: number;
  /** What it said on standard output. */
  output: string;
  /** All that it said, the newest at the end. */
  said: string;
  trouble?: string;
  stopped: boolean;
}

const MOST_KEPT = 200_000;

/** The environment of our Pythons: no file of the current folder counts as a module, and text is UTF-8. */
export const PYTHON_ENVIRONMENT = { PYTHONSAFEPATH: "1", PYTHONUTF8: "1", PYTHONIOENCODING: "utf-8" } as const;

/** Run a program to its end. It never throws: what goes wrong is in what it returns. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((done) => {
    let output = "";
    let said = "";
    let trouble: string | undefined;
    let stopped = false;
    if (options.signal?.aborted) {
      done({ code: -1, output, said, stopped: true });
      return;
    }
    const child = spawn(command, [...args], {
      cwd: options.folder,
      env: { ...process.env, ...PYTHON_ENVIRONMENT },
      shell: false,
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const stop = () => {
      stopped = true;
      child.kill();
    };
    const timer = setTimeout(() => {
      trouble = `it took more than ${options.seconds} seconds`;
      child.kill("SIGKILL");
    }, options.seconds * 1000);
    options.signal?.addEventListener("abort", stop, { once: true });
    const hear = (text: string) => {
      said = (said + text).slice(-MOST_KEPT);
      options.onOutput?.(text);
    };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-MOST_KEPT);
      hear(text);
    });
    child.stderr.setEncoding("utf8").on("data", hear);
    child.on("error", (error) => {
      trouble = error.message;
    });
    const end = (code: number | null) => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", stop);
      done({ code: trouble || stopped ? -1 : (code ?? -1), output, said, stopped, ...(trouble ? { trouble } : {}) });
    };
    child.on("close", end);
    // A program that can't start is never closed.
    child.on("error", () => setImmediate(end, null));
  });
}
