/** The suite that runs inside the editor: each test in turn, and what came of it in a file. */

import { renameSync, writeFileSync } from "node:fs";
import { fixing } from "./fixing";
import { goingOn } from "./goingOn";
import type { Tests } from "./looking";
import { reading } from "./reading";
import { restricted } from "./restricted";
import { showing } from "./showing";
import { speed } from "./speed";

const MOST_SECONDS = 60;
const PARTS: Record<string, Tests> = { suite: [...reading, ...fixing, ...showing, ...goingOn, ...speed], restricted };

export async function run(): Promise<void> {
  const results: object[] = [];
  const wanted = new RegExp(process.env.PLAINSPEAK_TESTS ?? "");
  const tests = PARTS[process.env.PLAINSPEAK_PART ?? ""] ?? [];
  for (const [title, test] of tests.filter(([title]) => wanted.test(title))) {
    const began = Date.now();
    let trouble: string | undefined;
    let note: string | undefined;
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_done, fail) => {
      timer = setTimeout(() => fail(new Error(`It took more than ${MOST_SECONDS} seconds.`)), MOST_SECONDS * 1000);
    });
    try {
      const told = await Promise.race([test(), limit]);
      note = typeof told === "string" ? told : undefined;
    } catch (error) {
      trouble = error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
    } finally {
      clearTimeout(timer);
    }
    results.push({ title, trouble, note, seconds: (Date.now() - began) / 1000 });
    tell(results, false);
  }
  tell(results, true);
}

/** Write what is known so far; the runner waits for the end. */
function tell(results: object[], ended: boolean): void {
  const file = process.env.PLAINSPEAK_RESULTS as string;
  writeFileSync(`${file}.new`, JSON.stringify({ ended, results }));
  renameSync(`${file}.new`, file);
}
