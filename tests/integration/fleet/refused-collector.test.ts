/** A collector whose user the servers stop taking: it ends and says why, where one that lived on would collect nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newNatsUser, openFleetIntake } from '../../../electron/gateways/jetstream/index.ts';
import { openNatsLine } from '../../../electron/gateways/jetstream/nats-line.ts';
import { missingNats, startNats } from './nats-servers.ts';

const missing = missingNats();

it.skipIf(missing !== null)(`ends when its key is taken out of the servers, and not when they start again with it${missing === null ? '' : ` (skipped: ${missing})`}`, async ({ onTestFinished }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-users-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [mine, other] = [await newNatsUser(), await newNatsUser()];
  const letIn = (publicKey: string) => writeFileSync(join(folder, 'users.conf'), `accounts { TEKSER { jetstream: enabled, users: [ { nkey: ${publicKey} } ] } }\n`);
  letIn(mine.publicKey);
  const nats = await startNats(1, { within: folder, more: 'include "../users.conf"\n' });
  onTestFinished(() => nats.stop());
  const [server] = nats.servers;
  const address = { servers: [server!.url], credentials: mine.seed, timeoutMs: 500 };
  const faults: string[] = [];
  const logger = { note: () => {}, fault: (where: string) => (faults.push(where), 'REF') };
  const intake = await openFleetIntake({ ...address, replicas: 1, maxBytes: 10_000_000, logger });
  let taken = 0;
  let end: unknown = null;
  const running = intake
    .run(async (messages) => {
      taken += messages.length;
      return { words: new Map(), fates: messages.map(() => 'taken') };
    })
    .catch((error: unknown) => (end = error));

  await server!.kill();
  await server!.start();
  const desk = await openNatsLine(address, 'desk-1');
  onTestFinished(() => desk.connection.close());
  await expect.poll(() => desk.stream.publish('tekser.entry.100000000000.branch.desk-1', '{}').then(() => true, () => false)).toBe(true);
  await expect.poll(() => taken).toBeGreaterThan(0);
  expect(end).toBeNull();

  await server!.kill();
  letIn(other.publicKey);
  await server!.start();
  await running;
  expect(end).toMatchObject({ name: 'AuthorizationError' });
  expect(faults).toEqual(['fleet-line']);
});
