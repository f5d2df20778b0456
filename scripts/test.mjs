// npm test: everything. npm run check (--fast): what needs neither build nor browser.
// The last line is the count: N passed, N failed.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./ensure-browser.mjs";
import { root, toolEnv } from "./project.mjs";

const fast = process.argv.includes("--fast");
const unknown = process.argv.slice(2).filter((argument) => argument !== "--fast");
if (unknown.length > 0) {
  console.error(`unknown argument: ${unknown.join(" ")}; expected --fast or nothing`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const folder = mkdtempSync(join(tmpdir(), "marginscape-test-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** @param {string} command @param {string[]} args @returns {Promise<boolean>} */
const succeeds = (command, ...args) =>
  new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: toolEnv,
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      done(false);
    });
    child.on("close", (code) => done(code === 0));
  });

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @param {string} name
 * @param {() => Promise<boolean | Counts>} work
 */
async function step(name, work) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const result = await work();
  const { passed, failed, skipped } =
    typeof result === "boolean" ? { passed: Number(result), failed: Number(!result), skipped: 0 } : result;
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const counts =
    typeof result === "boolean" ? "" : ` (${passed} passed, ${failed} failed, ${skipped} skipped)`;
  console.log(`── ${name}: ${failed === 0 ? "ok" : "FAILED"}, ${seconds} s${counts}`);
  return failed === 0;
}

/** @param {string} project @returns {Promise<Counts>} */
async function vitest(project) {
  const report = join(folder, `${project}.json`);
  const reporters = ["--reporter", "default", "--reporter", "json", `--outputFile.json=${report}`];
  const ended = await succeeds("vitest", "run", "--project", project, ...reporters);
  const counts = counted(report);
  if (!counts) {
    console.error(`vitest ${project} left no report`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const ran = counts.passed + counts.failed;
  if (ran === 0) console.error(`vitest ${project} ran no test`);
  // an error outside every test shows in the exit code alone
  if (ran === 0 || (!ended && counts.failed === 0)) counts.failed += 1;
  return counts;
}

/** @param {string} report @returns {Counts | undefined} */
function counted(report) {
  try {
    const { testResults } = JSON.parse(readFileSync(report, "utf8"));
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const { name, status, assertionResults } of testResults) {
      const failedBefore = counts.failed;
      for (const test of assertionResults) {
        if (test.status === "passed") counts.passed += 1;
        else if (test.status === "failed") counts.failed += 1;
        else {
          counts.skipped += 1;
          console.log(`skipped: ${test.fullName}`);
        }
      }
      if (status === "failed" && counts.failed === failedBefore) {
        counts.failed += 1;
        console.error(`failed outside its tests: ${name}`);
      }
    }
    return counts;
  } catch {
    return undefined;
  }
}

const findBrowser = () =>
  ensureBrowser().then(
    ({ executablePath }) => (console.log(executablePath), true),
    (error) => (console.error(error.message), false),
  );

const format = step("format", () => succeeds("prettier", "--check", "--log-level", "warn", "."));
await step("types", () => succeeds("tsc", "--noEmit"));
await step("lint", () => succeeds("oxlint", "--deny-warnings"));
if (fast) {
  await format;
  await step("unit tests", () => vitest("unit"));
} else {
  const built = await step("build", () => succeeds("npm", "run", "--silent", "build"));
  await step("browser", findBrowser);
  // it has one core to itself until here
  await format;
  await step("unit tests", () => vitest("unit"));
  await step("tests of the build", async () => {
    if (built) return vitest("built");
    console.error("not run: there is no build");
    return false;
  });
}

const { passed, failed, skipped } = total;
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
if (skipped > 0) console.log(`\n${skipped} skipped, each named above: what it needs is not on this machine`);
console.log(`\n${passed} passed, ${failed} failed`);
