/**
 * Runs the extension in a real Visual Studio Code, and tells what came of it.
 *
 * PLAINSPEAK_PYTHON        the Python that has plainspeak
 * PLAINSPEAK_CODE_SERVER   the folder in which code-server is kept from run to run
 * PLAINSPEAK_CHROMIUM      the browser
 * PLAINSPEAK_PARTS         which parts run: suite, restricted, setup, pictures
 * PLAINSPEAK_TESTS         a regular expression for the names of the tests of the suite that run
 * PLAINSPEAK_PICTURES      the folder that screenshots go to
 * PLAINSPEAK_IMAGES        the folder that the pictures of the README go to
 * PLAINSPEAK_WHEELS        a folder of wheels: with it, plainspeak is set up from there
 * PLAINSPEAK_MOST_MS       the most milliseconds from a key to right marks, in the middle of all keys
 * PLAINSPEAK_DEBUG         prints the log of the extension
 */

import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildExtension, HERE, installEditor, PYTHON, until, withEditor } from "./editor.mjs";
import { takePictures } from "./pictures.mjs";
import { setUpPlainspeak } from "./settingUp.mjs";

const PICTURES = resolve(process.env.PLAINSPEAK_PICTURES ?? join(HERE, "test-results", "pictures"));
const SUITE_SECONDS = 300;
const PARTS = {
  suite: () => withEditor({ part: "suite" }, suite),
  restricted: () => withEditor({ part: "restricted", trusts: false }, suite),
  setup: () => withEditor({ bare: true }, (editor) => setUpPlainspeak({ ...editor, folder: PICTURES })),
  pictures: () => withEditor({}, (editor) => takePictures({ ...editor, folder: PICTURES })),
};

/** Run the tests that use the API of extensions. */
async function suite({ address, port, browser, workspace, results, user }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ["extensionDevelopmentPath", remote(HERE)],
    ["extensionTestsPath", remote(join(HERE, "out", "suite", "index.js"))],
  ];
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${address}/?folder=${workspace}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  const known = () => (existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : { results: [] });
  try {
    await until("the suite has ended", SUITE_SECONDS, () => known().ended);
  } catch (error) {
    await page.screenshot({ path: join(PICTURES, "failed-suite.png") });
    return [...known().results, { title: "The suite ends", trouble: error.message }];
  } finally {
    if (process.env.PLAINSPEAK_DEBUG) {
      showLogs(user);
    }
  }
  return known().results;
}

function showLogs(user) {
  const logs = readdirSync(user, { recursive: true }).filter((name) => /plainspeak.*\.log$/.test(name));
  for (const name of logs) {
    console.log(readFileSync(join(user, name), "utf8"));
  }
}

/** Print what came of some tests, and return how many failed. */
function tell(part, tests) {
  for (const { title, trouble, note, seconds = 0 } of tests) {
    const about = `${title}${note ? `: ${note}` : ""} (${seconds.toFixed(1)} s)`;
    console.log(trouble ? `FAILED  ${about}\n        ${trouble.replaceAll("\n", "\n        ")}` : `passed  ${about}`);
  }
  const failed = tests.filter((each) => each.trouble).length;
  console.log(`${part}: ${tests.length - failed} passed, ${failed} failed\n`);
  return failed;
}

if (!PYTHON) {
  console.error("Say which Python has plainspeak: PLAINSPEAK_PYTHON=.venv/bin/python npm run test:editor");
  process.exit(2);
}
installEditor();
buildExtension();
mkdirSync(PICTURES, { recursive: true });
const wanted = process.env.PLAINSPEAK_PARTS?.split(",") ?? Object.keys(PARTS);
let failed = 0;
for (const part of wanted) {
  failed += tell(part, await PARTS[part]());
}
process.exit(failed ? 1 : 0);
