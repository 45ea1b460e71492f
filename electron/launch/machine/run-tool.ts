/** Runs a JavaScript tool of node_modules with this Node, whatever Node the machine has. */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { REPOSITORY } from '../repository.ts';

const TOOLS = {
  tsc: 'typescript/bin/tsc',
  oxlint: 'oxlint/bin/oxlint',
  vitest: 'vitest/vitest.mjs',
  vite: 'vite/bin/vite.js',
  playwright: 'playwright/cli.js',
} as const;
export type Tool = keyof typeof TOOLS;

export interface RunOptions {
  env?: Record<string, string>;
  /** `quiet` keeps the tool's words and prints them only when it fails. */
  output?: 'shown' | 'quiet';
}

/** Answers with the tool's exit code; a tool ended by a signal counts as 1. */
export function runTool(tool: Tool, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const quiet = options.output === 'quiet';
  const child = spawn(process.execPath, [join(REPOSITORY, 'node_modules', TOOLS[tool]), ...args], {
    cwd: REPOSITORY,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    // Tools start further ones by the name `node`.
    env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`, ...options.env },
  });
  const words: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => words.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => words.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(words));
      resolve(code ?? 1);
    });
  });
}
