/** What is run and said to set plainspeak up. */

import { ok, strictEqual } from "node:assert";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { makeEnvironment, type Plan } from "../../src/environment";
import { consent, origin, pipArguments, progressOf, type Source, withoutSecrets } from "../../src/installing";
import { run } from "../../src/running";
import { advice, noPython } from "../../src/trouble";

const NOTHING: Source = { index: "", wheels: "", proxy: "" };

test("packages come from where the settings say, ready-made", () => {
  const from = (source: Partial<Source>) => pipArguments({ ...NOTHING, ...source }).join(" ");
  ok(from({}).endsWith("--only-binary :all: --progress-bar off plainspeak-health"));
  ok(from({ index: "https://index.example/simple" }).includes("--index-url https://index.example/simple"));
  ok(from({ proxy: "http://proxy.example:8080" }).includes("--proxy http://proxy.example:8080"));
  const wheels = from({ wheels: "/wheels", index: "https://index.example/simple", proxy: "http://proxy.example" });
  ok(wheels.includes("--no-index --find-links /wheels"));
  ok(!wheels.includes("example"));
});

test("people agree to a place and a source, and no password is shown", () => {
  const said = consent("/private", { ...NOTHING, index: "https://ada:secret@index.example/simple" });
  ok(said.includes("/private") && said.includes("https://index.example/simple"), said);
  ok(!said.includes("secret"), said);
  ok(origin({ ...NOTHING, wheels: "/wheels" }).includes("Nothing is downloaded"));
  strictEqual(withoutSecrets("https://a:b@c.example/d http://e.example"), "https://c.example/d http://e.example");
});

test("what pip says becomes a few words", () => {
  strictEqual(progressOf("Collecting spacy<3.9,>=3.8 (from plainspeak-health)"), "looking for spacy");
  strictEqual(progressOf("  Downloading spacy-3.8.7-cp312-cp312-linux.whl (33 MB)"), "getting spacy");
  strictEqual(progressOf("Installing collected packages: click, spacy"), "putting it all in place");
  strictEqual(progressOf("Requirement already satisfied: pip"), undefined);
});

test("each trouble has its own advice", () => {
  const expected: [string, RegExp][] = [
    ["OSError: [Errno 28] No space left on device", /disk is full/],
    ["Error: ensurepip is not available", /python3-venv/],
    ["SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'", /certificate/],
    ["ProxyError('Cannot connect to proxy.' ... No matching distribution found", /proxy/],
    ["NewConnectionError: Name or service not known\nERROR: No matching distribution found", /couldn’t be reached/],
    ["ERROR: 403 Client Error: Forbidden for url", /refused/],
    ["ERROR: No matching distribution found for plainspeak-health", /package index has no plainspeak-health/],
    ["PermissionError: [Errno 13] Permission denied", /can’t be written/],
    ["Something new", /log says what happened/],
  ];
  for (const [said, wanted] of expected) {
    ok(wanted.test(advice(said)), `${said}: ${advice(said)}`);
  }
  const links = "Looking in links: /wheels\nERROR: No matching distribution found for plainspeak-health";
  ok(/plainspeak\.wheels/.test(advice(links, true)));
  ok(/package index has no/.test(advice(links)));
});

test("without a Python that suits, people are told which one to get", () => {
  for (const platform of ["win32", "darwin", "linux"] as const) {
    ok(/Install Python 3\.10 or later/.test(noPython("none", platform)));
  }
  ok(/too old/.test(noPython("old", "linux")));
  ok(/python3-venv/.test(noPython("no-venv", "linux")));
});

test("what is half made is taken away again", async () => {
  const around = mkdtempSync(join(tmpdir(), "plainspeak-unit-"));
  const folder = join(around, "environment");
  const said: string[] = [];
  const plan: Plan = {
    makers: [{ command: "python3", args: [], origin: "path" }],
    folder,
    source: { ...NOTHING, wheels: join(around, "no-wheels") },
    runIn: around,
    onProgress: (message) => said.push(message),
    onLine: () => undefined,
    signal: new AbortController().signal,
  };
  const outcome = await makeEnvironment(plan);
  ok(typeof outcome === "object" && /plainspeak\.wheels|python3-venv/.test(outcome.advice), JSON.stringify(outcome));
  ok(!existsSync(folder));
  strictEqual(said[0], "looking for Python");
  const nobody = await makeEnvironment({ ...plan, makers: [] });
  ok(typeof nobody === "object" && /no Python/.test(nobody.advice));
  rmSync(around, { recursive: true, force: true });
});

test("a program that takes too long, or that people stop, is ended", async () => {
  const waits = ["-e", "setTimeout(() => 0, 60_000)"];
  const slow = await run(process.execPath, waits, { folder: tmpdir(), seconds: 0.2 });
  strictEqual(slow.code, -1);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 100);
  const stopped = await run(process.execPath, waits, { folder: tmpdir(), seconds: 60, signal: stop.signal });
  ok(stopped.stopped);
});
