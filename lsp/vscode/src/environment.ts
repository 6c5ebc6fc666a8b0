/** Makes an environment with plainspeak in it: an empty one first, then what pip puts into it. */

import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { type Candidate, pythonOf } from "./candidates";
import { pipArguments, progressOf, type Source, venvArguments, withoutSecrets } from "./installing";
import { asker, findMaker } from "./interpreter";
import { run } from "./running";
import { advice, noPython } from "./trouble";

const MOST_SECONDS_VENV = 180;
const MOST_SECONDS_PIP = 1_800;

export interface Plan {
  /** The Pythons that may make it, the one to prefer first. */
  makers: readonly Candidate[];
  /** Where it is made; what is there goes. */
  folder: string;
  source: Source;
  /** Where the programs run: a folder with no Python files of anybody's. */
  runIn: string;
  /** Is told what is done now, in a few words. */
  onProgress: (message: string) => void;
  /** Is told each line that the programs say. */
  onLine: (line: string) => void;
  signal: AbortSignal;
}

/** What came of it: it is there, people stopped it, or what to do. */
export type Outcome = "made" | "stopped" | { advice: string };

/** Make the environment. What is half made is taken away again. */
export async function makeEnvironment(plan: Plan): Promise<Outcome> {
  const { folder, source, onLine, onProgress, signal } = plan;
  onProgress("looking for Python");
  const { found, why } = await findMaker(plan.makers, asker(plan.runIn));
  if (!found) {
    return { advice: noPython(why, process.platform) };
  }
  const onOutput = (text: string) => {
    for (const line of text.split(/\r?\n/).filter(Boolean)) {
      onLine(line);
      const message = progressOf(line);
      if (message) {
        onProgress(message);
      }
    }
  };
  const go = (command: string, args: string[], seconds: number) => {
    onLine(withoutSecrets(`Runs ${[command, ...args].join(" ")}`));
    return run(command, args, { folder: plan.runIn, seconds, onOutput, signal });
  };
  try {
    mkdirSync(dirname(folder), { recursive: true });
  } catch (error) {
    return { advice: advice(String(error)) };
  }
  onProgress("making a folder for it");
  let ran = await go(found.command, [...found.args, ...venvArguments(folder)], MOST_SECONDS_VENV);
  if (ran.code === 0) {
    onProgress("getting what it needs");
    ran = await go(pythonOf(folder, process.platform), pipArguments(source), MOST_SECONDS_PIP);
  }
  if (ran.code === 0) {
    return "made";
  }
  onLine(`It ended with ${ran.code}. ${ran.trouble ?? ""}`);
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    onLine(`${folder} couldn’t be taken away: ${error}`);
  }
  return ran.stopped ? "stopped" : { advice: advice(`${ran.said}\n${ran.trouble ?? ""}`, source.wheels !== "") };
}
