/** Which Pythons may have plainspeak, in the order in which they are asked. */

import { isAbsolute, join, relative, resolve } from "node:path";

export type Origin = "setting" | "workspace" | "private" | "path";

/** A Python to ask: a program, and what comes before its own arguments. */
export interface Candidate {
  command: string;
  args: string[];
  origin: Origin;
}

export interface Surroundings {
  platform: NodeJS.Platform;
  /** The setting `plainspeak.interpreter`; in a restricted workspace it never comes from the workspace. */
  setting: string;
  home: string;
  /** The folders of the workspace. */
  folders: readonly string[];
  /** Whether programs in the workspace may be run. */
  trusted: boolean;
  /** Where the environment is that we make ourselves. */
  privateEnvironment: string;
}

const FOLDER = /^\$\{workspaceFolder\}/;
const ENVIRONMENTS = [".venv", "venv", "env"];

/** Return the Python inside a virtual environment. */
export function pythonOf(environment: string, platform: NodeJS.Platform): string {
  return platform === "win32" ? join(environment, "Scripts", "python.exe") : join(environment, "bin", "python");
}

/** Return all candidates, the one to prefer first. */
export function candidates(around: Surroundings): Candidate[] {
  const found: Candidate[] = [];
  const named = expanded(around.setting.trim(), around);
  if (named) {
    found.push({ command: named, args: [], origin: "setting" });
  }
  if (around.trusted) {
    for (const folder of around.folders) {
      for (const name of ENVIRONMENTS) {
        found.push({ command: pythonOf(join(folder, name), around.platform), args: [], origin: "workspace" });
      }
    }
  }
  found.push({ command: pythonOf(around.privateEnvironment, around.platform), args: [], origin: "private" });
  return [...found, ...onPath(around.platform)];
}

/** Return the Pythons that the computer itself may have. */
function onPath(platform: NodeJS.Platform): Candidate[] {
  const python = (command: string, ...args: string[]): Candidate => ({ command, args, origin: "path" });
  const everywhere = [python("python3"), python("python")];
  return platform === "win32" ? [python("py", "-3"), ...everywhere] : everywhere;
}

/** Return where the Python of the setting is; nothing if that can't be known, or would run what isn't trusted. */
function expanded(setting: string, around: Surroundings): string | undefined {
  if (!setting) {
    return undefined;
  }
  const folder = around.folders[0];
  let path = setting.replace(/^~(?=[\\/]|$)/, () => around.home);
  if (FOLDER.test(path)) {
    if (folder === undefined) {
      return undefined;
    }
    path = path.replace(FOLDER, () => folder);
  }
  const isName = !/[\\/]/.test(path);
  if (!isName && !isAbsolute(path)) {
    if (folder === undefined) {
      return undefined;
    }
    path = resolve(folder, path);
  }
  return around.trusted || !around.folders.some((each) => isInside(path, each)) ? path : undefined;
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return isAbsolute(path) && !way.startsWith("..") && !isAbsolute(way);
}
