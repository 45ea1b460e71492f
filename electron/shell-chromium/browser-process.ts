/** The browser's process and the pipe to it: no port is open, and it ends with us. */
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** Chromium reads messages of its DevTools protocol from descriptor 3 and writes them to 4, each ended by a zero byte. */
export interface BrowserPipe {
  toBrowser: Writable;
  fromBrowser: Readable;
}

export interface BrowserProcess {
  pipe: BrowserPipe;
  /** Resolves when it has ended or could not be started, with a sentence that says how. */
  ended: Promise<string>;
  kill(): void;
}

/** Of what it says on its error output, enough for the reason of an early end. */
const LAST_WORDS = 2_000;

export function spawnBrowser(executablePath: string, switches: readonly string[]): BrowserProcess {
  const child = spawn(executablePath, switches, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C in our terminal is ours to answer, and one signal reaches all its processes.
    detached: process.platform !== 'win32',
  });
  const [, , errors, toBrowser, fromBrowser] = child.stdio as unknown as [null, null, Readable, Writable, Readable];
  let lastWords = '';
  errors.setEncoding('utf8').on('data', (words: string) => (lastWords = (lastWords + words).slice(-LAST_WORDS)));
  // What is written to a browser that is gone says nothing that `ended` does not.
  toBrowser.on('error', () => undefined);
  fromBrowser.on('error', () => undefined);

  const kill = (): void => {
    if (child.pid === undefined) return;
    try {
      if (process.platform === 'win32') child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended by itself in this moment.
    }
  };
  process.once('exit', kill);
  const ended = new Promise<string>((resolve) => {
    child.once('error', ({ message }) => resolve(`The browser could not be started: ${message}`));
    child.once('close', (code, signal) => resolve(`The browser ended (${signal ?? code}): ${lastWords.trim().split('\n').at(-1)}`));
  }).finally(() => process.off('exit', kill));
  return { pipe: { toBrowser, fromBrowser }, ended, kill };
}
