/** Runs the real command: in a process of its own as a script does, or inside the test where only what is said matters. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runTekser } from '../../../electron/shell-terminal/run-tekser.ts';

const ENTRY = join(import.meta.dirname, '../../../electron/launch/tekser.mjs');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** @param input what the command reads on stdin */
export async function tekser(args: readonly string[], input = '', surroundings: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = startTekser(args, surroundings);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

/** The same without a process: many small cases would otherwise spend their time on starting one. */
export async function tekserHere(args: readonly string[], input = ''): Promise<Ended> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await runTekser(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr }, { LANG: 'C' });
  stdout.end();
  stderr.end();
  return { code, stdout: await text(stdout), stderr: await text(stderr) };
}

/** For a command that runs until it is stopped. */
export function startTekser(args: readonly string[], surroundings: NodeJS.ProcessEnv = {}) {
  // What the person who runs the tests has set must not change what the tests see.
  const { TEKSER_DATA: _data, LANG: _lang, LC_ALL: _all, LC_MESSAGES: _messages, ...env } = process.env;
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ENTRY, ...args], { env: { ...env, LANG: 'C', ...surroundings } });
}

/** The one JSON value on stdout. @throws {SyntaxError} for anything else there */
export const jsonOf = (ended: Ended): Record<string, unknown> => JSON.parse(ended.stdout) as Record<string, unknown>;
