/** Bundles the extension into dist/, and with `--tests` the tests into out/. */

import { readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const common = { bundle: true, platform: "node", format: "cjs", target: "node20", logLevel: "warning" };

/** Return the test files of a folder. */
function testsIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `${folder}/${name}`);
}

if (process.argv.includes("--tests")) {
  rmSync("out", { recursive: true, force: true });
  await build({ ...common, entryPoints: testsIn("tests/unit"), outdir: "out/unit" });
  await build({ ...common, entryPoints: ["tests/suite/index.ts"], outdir: "out/suite", external: ["vscode"] });
} else {
  rmSync("dist", { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    external: ["vscode"],
    minify: true,
    legalComments: "none",
  });
}
