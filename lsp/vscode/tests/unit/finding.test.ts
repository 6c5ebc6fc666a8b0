/** Which Python is taken, and what is asked of it. */

import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type Candidate, candidates, pythonOf, type Surroundings } from "../../src/candidates";
import { type Asked, asker, findMaker, findServer, isNewEnough, understood } from "../../src/interpreter";

const AROUND: Surroundings = {
  platform: "linux",
  setting: "",
  home: "/home/ada",
  folders: ["/papers"],
  trusted: true,
  privateEnvironment: "/private",
};
// What stands in a setting for the folder of the workspace.
const FOLDER = "$" + "{workspaceFolder}";
const PYTHON: Candidate = { command: "python3", args: [], origin: "path" };

function commands(around: Partial<Surroundings>): string[] {
  return candidates({ ...AROUND, ...around }).map((each) => [each.command, ...each.args].join(" "));
}

/** Answer for some Pythons: a version, and whether it has plainspeak and can make environments. */
function asks(known: Record<string, [number, boolean, boolean]>): (candidate: Candidate) => Promise<Asked> {
  return async (candidate) => {
    const found = known[candidate.command];
    if (!found) {
      return { candidate, why: "there is no such file" };
    }
    const [minor, hasServer, hasVenv] = found;
    const interpreter = { ...candidate, version: [3, minor, 0] as [number, number, number], hasServer, hasVenv };
    return hasServer ? { candidate, interpreter } : { candidate, interpreter, why: "it hasn’t got plainspeak" };
  };
}

test("the setting comes first, then the workspace, our own, and the path", () => {
  deepStrictEqual(commands({ setting: "~/tools/python" }), [
    "/home/ada/tools/python",
    "/papers/.venv/bin/python",
    "/papers/venv/bin/python",
    "/papers/env/bin/python",
    "/private/bin/python",
    "python3",
    "python",
  ]);
});

test("a restricted workspace has nothing run that is in it", () => {
  for (const setting of [`${FOLDER}/python`, "/papers/tools/python", "tools/python"]) {
    deepStrictEqual(commands({ trusted: false, setting }), ["/private/bin/python", "python3", "python"]);
  }
  strictEqual(commands({ trusted: false, setting: "/usr/bin/python3.12" })[0], "/usr/bin/python3.12");
});

test("a setting that is relative counts from the first folder", () => {
  strictEqual(commands({ setting: `${FOLDER}/py/bin/python` })[0], "/papers/py/bin/python");
  strictEqual(commands({ setting: "py/bin/python" })[0], "/papers/py/bin/python");
  strictEqual(commands({ setting: "python3.12" })[0], "python3.12");
  strictEqual(commands({ setting: "py/bin/python", folders: [] })[0], "/private/bin/python");
});

test("on Windows there is the launcher too", () => {
  ok(commands({ platform: "win32" }).includes("py -3"));
  ok(pythonOf("env", "win32").endsWith("python.exe"));
});

test("a version is new enough from 3.10 on", () => {
  deepStrictEqual(
    [[3, 9], [3, 10], [3, 14], [2, 7], [4, 0], []].map((version) => isNewEnough(version)),
    [false, true, true, false, true, false],
  );
});

test("an answer is understood among other lines, and anything else isn't one", () => {
  const answer = '{"version": [3, 12, 1], "server": true, "venv": false}';
  const found = understood(`A greeting of the shell\n${answer}\n`, PYTHON);
  deepStrictEqual(found, { ...PYTHON, version: [3, 12, 1], hasServer: true, hasVenv: false });
  for (const said of ["", "Python 3.12", '{"version": "3.12"}', "null", '{"version": [3, "x", 1]}']) {
    strictEqual(understood(said, PYTHON), undefined, said);
  }
});

test("the first that has plainspeak is taken, and the others aren't asked", async () => {
  const all = candidates(AROUND);
  const { found, asked } = await findServer(
    all,
    asks({ "/private/bin/python": [12, true, true], python3: [12, true, true] }),
  );
  strictEqual(found?.command, "/private/bin/python");
  strictEqual(asked.length, 4);
  strictEqual((await findServer(all, asks({ python3: [12, false, true] }))).found, undefined);
});

test("an environment is made by the first that can, or the reason is told that helps most", async () => {
  const makers = ["old", "bare", "good"].map((command): Candidate => ({ command, args: [], origin: "path" }));
  const known: Record<string, [number, boolean, boolean]> = { old: [8, false, true], bare: [12, false, false] };
  strictEqual((await findMaker(makers, asks({ ...known, good: [11, false, true] }))).found?.command, "good");
  strictEqual((await findMaker(makers, asks(known))).why, "no-venv");
  strictEqual((await findMaker(makers, asks({ old: [8, false, true] }))).why, "old");
  strictEqual((await findMaker(makers, asks({}))).why, "none");
});

test("a program that isn't there, or isn't Python, is passed over with a reason", async () => {
  const folder = mkdtempSync(join(tmpdir(), "plainspeak-unit-"));
  const ask = asker(folder);
  strictEqual((await ask({ ...PYTHON, command: join(folder, "nothing") })).why, "there is no such file");
  ok((await ask({ ...PYTHON, command: "no-such-program-at-all" })).why);
  strictEqual((await ask({ ...PYTHON, command: process.execPath, args: ["-e", "0", "--"] })).why, "it isn’t Python");
  rmSync(folder, { recursive: true });
});
