/**
 * Puts the modules into the two scripts that are kept: one for the page's frame, one for saved
 * pages. `node components/mapview/js/build.mjs --check` says whether they are up to date.
 */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import process from "node:process";
import * as esbuild from "esbuild";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const MADE = [
  ["components/mapview/js/main.js", "components/mapview/assets/js/whoheld.js"],
  ["components/exports/js/page.js", "components/exports/assets/page.js"],
];
const checks = process.argv.includes("--check");

let old = 0;
for (const [entry, out] of MADE) {
  const outfile = path.join(ROOT, out);
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(ROOT, entry)],
    outfile,
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    minifySyntax: true,
    minifyWhitespace: true,
    // A line each, so that a change is seen in few lines.
    lineLimit: 120,
    banner: { js: `/* Made by \`make js\` from ${path.dirname(entry)}; edit there. */` },
  });
  const made = outputFiles[0];
  if (checks) {
    const kept = await readFile(outfile, "utf8").catch(() => "");
    if (kept !== made.text) {
      old += 1;
      console.error(`${out} is older than its sources. Run: make js`);
    }
    continue;
  }
  await writeFile(outfile, made.text);
  console.log(`${out}: ${Math.round(made.text.length / 1000)} kB`);
}
process.exitCode = old ? 1 : 0;
