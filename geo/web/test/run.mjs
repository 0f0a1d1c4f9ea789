// Bundles each test for Node into a temporary folder, runs them all, leaves nothing behind.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packedTopology } from "../plugins.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const tests = readdirSync(here).filter((name) => name.endsWith(".test.ts")).sort();
const out = mkdtempSync(join(tmpdir(), "dateline-timemap-"));
try {
  await build({
    absWorkingDir: dirname(here),
    bundle: true,
    entryPoints: tests.map((name) => join(here, name)),
    format: "esm",
    outdir: out,
    outExtension: { ".js": ".mjs" },
    platform: "node",
    plugins: [packedTopology],
    sourcemap: "inline",
  });
  const files = tests.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
  const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], { stdio: "inherit" });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
