/** The main process from its command line to its end, with Electron's own part played by a stub: its binary is not everywhere. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { claimDirectory } from '../../electron/adapters/files/environment-marker.ts';
import type * as stubModule from './electron-stub.ts';

type Stub = typeof stubModule;

let directory: string;
const { argv } = process;
const FATAL = ['uncaughtException', 'unhandledRejection'] as const;
const ofVitest = new Set(FATAL.flatMap((event) => process.listeners(event as never)));
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tekser-electron-'));
});
afterEach(async () => {
  process.argv = argv;
  for (const event of FATAL) {
    for (const listener of process.listeners(event as never)) if (!ofVitest.has(listener)) process.off(event, listener);
  }
  vi.restoreAllMocks();
  await rm(directory, { recursive: true, force: true });
});

/** Runs main.ts afresh as `electron . …args` would. */
async function run(args: readonly string[], prepare: (stub: Stub) => void = () => undefined): Promise<Stub> {
  vi.resetModules();
  const stub = await import('./electron-stub.ts');
  vi.doMock('electron', () => stub);
  prepare(stub);
  process.argv = ['electron', '.', ...args];
  await import('../../electron/shell-electron/main.ts');
  return stub;
}

test('opens the desk and the phone on the stand, and ends with the desk', async () => {
  const { app, installed } = await run([`--data=${directory}`]);
  expect(app.sandboxed).toBe(true);
  expect(installed.schemes).toEqual([expect.objectContaining({ scheme: 'app' })]);
  expect(app.paths.userData).toBe(join(directory, 'electron'));
  await expect.poll(() => installed.windows).toHaveLength(2);
  const [desk, phone] = installed.windows;
  expect(desk).toMatchObject({ loaded: 'app://tekser/index.html', protectedContent: false });
  expect(phone!.loaded).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/phone$/);
  expect([...installed.sessions.keys()]).toEqual(['desk', 'phone']);

  const standUrl = new URL(phone!.loaded!).origin;
  desk!.emit('closed');
  await expect.poll(() => app.exits).toEqual([0]);
  await expect(fetch(`${standUrl}/connection.json`)).rejects.toThrow();
  expect(existsSync(join(directory, 'journal.sqlite-wal'))).toBe(false);
});

test('a second start brings the window forward and ends with a sentence', async () => {
  const { app, installed } = await run([`--data=${directory}`]);
  await expect.poll(() => installed.windows).toHaveLength(2);
  const [desk] = installed.windows;
  desk!.minimized = true;
  app.emit('second-instance');
  expect(desk).toMatchObject({ minimized: false, focused: true });

  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const second = await run([`--data=${directory}`], ({ app: other }) => void (other.first = false));
  expect(second.app.exits).toEqual([75]);
  expect(second.installed.windows).toEqual([]);
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('already runs'));
  desk!.emit('closed');
  await expect.poll(() => app.exits).toEqual([0]);
});

test('data of another environment is not opened', async () => {
  await claimDirectory(directory, 'production');
  const { app, installed } = await run([`--data=${directory}`]);
  await expect.poll(() => app.exits).toEqual([64]);
  expect(installed.errors).toEqual([expect.stringContaining(directory)]);
  expect(installed.windows).toEqual([]);
});

test('a connection that cannot be read is said at the window system, when there is one', async () => {
  const file = join(directory, 'connection.json');
  await writeFile(file, '{}');
  let nowReady = (): void => undefined;
  const { app, installed } = await run([`--connection=${file}`], (stub) => {
    stub.app.ready = new Promise((resolve) => (nowReady = resolve));
  });
  expect(installed.errors).toEqual([]);
  nowReady();
  await expect.poll(() => app.exits).toEqual([66]);
  expect(installed.errors).toEqual([expect.stringContaining(file)]);
});

test('something unexpected at the start is a message with an exit code and no stack', async () => {
  await writeFile(join(directory, 'secret.key'), 'not a key');
  const { app, installed } = await run([`--data=${directory}`]);
  await expect.poll(() => app.exits).toEqual([70]);
  expect(installed.errors).toEqual([expect.stringMatching(/^Tekser cannot start here: TypeError\./)]);
});

test.each([
  [['--help'], 0],
  [['--seed', 'x'], 64],
])('%j ends before a window with %i', async (args, code) => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { app, installed } = await run(args);
  expect(app.exits).toEqual([code]);
  expect(installed.windows).toEqual([]);
});
