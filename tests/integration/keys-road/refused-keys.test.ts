/** A key whose certificate has ended or was revoked signs nothing, for a portal and at the terminal, whatever the page may have drawn. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTrust, type Trust } from '../../../electron/core/trust/index.ts';
import { connectGateways } from '../../../electron/gateways/index.ts';
import { type Stand, startStand } from '../../../electron/stand/index.ts';
import { KEY_PATH, portalBench } from '../../fakes/benches/portal-bench.ts';
import { citizenAtPortal, GOOD_PASSWORD } from '../../fakes/citizen-keys.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { TRIAL_PASSWORD, trialKey } from '../../fakes/trial-signing-key.ts';
import { portalSocket } from '../portals/portal-socket.ts';
import { jsonOf, tekserHere } from '../terminal/tekser-process.ts';

const SIGN = '{"module":"kz.gov.pki.knca.basics","method":"sign","args":{"format":"cms","data":"MTEK","signingParams":{"decode":"true"},"signerParams":{"extKeyUsageOids":[]}}}';

let folder: string;
let stand: Stand;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-refused-'));
  stand = await startStand({ seed: 7 });
  writeFileSync(join(folder, 'letter.txt'), 'Хат\n');
});
afterAll(async () => {
  await stand.close();
  rmSync(folder, { recursive: true });
});

/** Nothing it has heard before is remembered. */
async function freshTrust(): Promise<Trust> {
  const connection = await stand.connection();
  const clock = { now: () => new Date(), monotonicMs: () => performance.now() };
  const bytesOf = (list: string[]) => list.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
  const { evidence } = connectGateways(connection, clock, () => POLICY);
  return createTrust({ anchors: bytesOf(connection.trust.anchors), intermediates: bytesOf(connection.trust.intermediates), evidence, clock });
}

/** What the key is said to be, what its confirmation answers, and what is written down of it. */
async function forPortal(keyFile: Uint8Array, password: string) {
  const bench = await portalBench('RSA-2048', { keyFile, password, trust: await freshTrust() });
  try {
    bench.person = 'wait';
    bench.ports.policy = { ...bench.ports.policy, origins: [{ origin: 'https://portal.test', decision: 'allow' }] };
    const socket = portalSocket(bench);
    await socket.next();
    socket.send(SIGN);
    await expect.poll(() => bench.calls.current()).not.toBeNull();
    const { requestId } = (await bench.calls.current())!;
    const opened = await bench.calls.openKeys(requestId, { type: 'file', path: KEY_PATH }, password);
    if (!opened.ok) throw new Error(opened.code);
    const [{ keyId, objection }] = opened.keys as [(typeof opened.keys)[number]];
    const answer = await bench.calls.confirm(requestId, keyId);
    return { objection, answer, written: bench.journal.map(({ kind }) => kind) };
  } finally {
    await bench.close();
  }
}

async function atTerminal(keyFile: Uint8Array, password: string) {
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('key.p12'), keyFile);
  writeFileSync(at('password'), password);
  const signed = await tekserHere(['sign', at('letter.txt'), '--key', at('key.p12'), '--password-file', at('password'), '--connection', stand.url, '--data', at('data'), '--json']);
  const made = existsSync(at('letter.txt.cms'));
  rmSync(at('letter.txt.cms'), { force: true });
  return { code: signed.code, said: jsonOf(signed), made };
}

const refused = (objection: string) => ({ objection, answer: { ok: false, code: 'key-refused' }, written: [] });
const refusedHere = (objection: string) => ({ code: 1, said: { files: [{ signed: false, refusal: { code: 'key', objection } }] }, made: false });
const SIGNED = { objection: null, answer: { ok: true }, written: ['signature-made'] };
const SIGNED_HERE = { code: 0, said: { files: [{ signed: true }] }, made: true };

it('a good key signs; the same key, once its certificate is revoked, does not', async () => {
  const { iin } = stand.control.population.people.find(({ trainingCase, deathDate, iin: of }) => trainingCase === null && deathDate === null && Number(of.at(-1)) % 2 !== 0)!;
  const citizen = await citizenAtPortal(stand, iin);
  const { files } = await citizen.straight('digital-id');
  const { file } = files[0]!;
  expect(await forPortal(file, GOOD_PASSWORD)).toStrictEqual(SIGNED);
  expect(await atTerminal(file, GOOD_PASSWORD)).toMatchObject(SIGNED_HERE);
  await citizen.shows({ stage: 'withdrawn' });
  await expect.poll(() => forPortal(file, GOOD_PASSWORD)).toStrictEqual(refused('revoked'));
  expect(await atTerminal(file, GOOD_PASSWORD)).toMatchObject(refusedHere('revoked'));
});

it('a key whose certificate has ended does not', async () => {
  const { keyFile } = await trialKey('RSA-2048', new Date('2020-01-01T00:00:00Z'));
  expect(await forPortal(keyFile, TRIAL_PASSWORD)).toStrictEqual(refused('expired'));
  expect(await atTerminal(keyFile, TRIAL_PASSWORD)).toMatchObject(refusedHere('expired'));
});
