/** The evidence of a decision: sealed under the operator's key with a time-stamp before the case moves, opened by the archive alone, and nothing decided without it. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tekserHere } from '../terminal/tekser-process.ts';
import type { PortalCitizen } from '../../fakes/portal-citizen.ts';
import { UNSURE, useDeskOnPortal } from './desk-on-portal.ts';

const desk = useDeskOnPortal();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tekser-evidence-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function inModeration(): Promise<PortalCitizen> {
  desk.faces = UNSURE;
  const citizen = await desk.apply(desk.person());
  await citizen.identify((ms) => desk.time.advance(ms));
  await citizen.card();
  await desk.reached(citizen, 'moderation');
  await desk.signIn('training-agent');
  await desk.take();
  return citizen;
}
const approve = (caseId: string) => desk.app.handlers.issuance.decide({ caseId, answer: { decision: 'approve' } });

/** The package and the archive's key as files, as an auditor has them. */
async function asFiles(bytes: Uint8Array, name: string): Promise<string[]> {
  await writeFile(join(folder, name), bytes);
  await writeFile(join(folder, 'archive.pem'), desk.stand.control.archiveKey());
  return [join(folder, name), '--archive-key', join(folder, 'archive.pem')];
}

describe('a decision', () => {
  it('is sealed, named in the journal by the hash of its manifest, and verified by the terminal', async () => {
    const citizen = await inModeration();
    expect(await approve(citizen.id)).toMatchObject({ ok: true });
    const [sealed] = desk.entries('evidence-sealed');
    expect(sealed).toMatchObject({ caseId: citizen.id });
    const [bytes] = await desk.packages();
    const where = await asFiles(bytes!, 'sealed.tekser-evidence');
    const verified = await tekserHere(['evidence', 'verify', ...where, '--connection', `${desk.stand.url}/connection.json`, '--json']);
    const answer = JSON.parse(verified.stdout) as { state: string; manifestHash: string; manifest: { items: { name: string; kind: string }[] }; signature: { state: string; checks: { layer: string; code: string }[] } };
    expect([verified.code, answer.state, answer.signature.state]).toEqual([0, 'sealed', 'good']);
    expect(answer.manifestHash).toBe(sealed?.kind === 'evidence-sealed' ? sealed.manifestHash : null);
    expect(answer.manifest.items.map(({ name }) => name)).toEqual(['card-record', 'card-back', 'card-front', 'liveness-record', 'liveness-3', 'liveness-2', 'liveness-1', 'selfie', 'registry-photo', 'comparison', 'decision']);
    expect(answer.signature.checks.map(({ code }) => code)).toContain('timestamp-good');
  });

  it('opens for the archive into files, and for nobody else', async () => {
    const citizen = await inModeration();
    await approve(citizen.id);
    const [bytes] = await desk.packages();
    const where = await asFiles(bytes!, 'open.tekser-evidence');
    const out = join(folder, 'opened');
    expect((await tekserHere(['evidence', 'open', ...where, '--out', out])).code).toBe(0);
    const names = await readdir(out);
    expect(names).toContain('0011-decision.json');
    expect(JSON.parse(await readFile(join(out, '0011-decision.json'), 'utf8'))).toMatchObject({ decision: { decision: 'approve' }, operatorId: 'training-agent' });
    const screen = JSON.parse(await readFile(join(out, '0010-comparison.json'), 'utf8')) as { onScreen: string[] };
    expect(screen.onScreen).toEqual(expect.arrayContaining(['selfie', 'card-front', 'registry-photo']));
    expect((await readFile(join(out, '0008-selfie.jpg'))).subarray(0, 2).toString('hex')).toBe('ffd8');
    const stranger = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', stranger.privateKey)).toString('base64');
    await writeFile(join(folder, 'stranger.pem'), `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`);
    const refused = await tekserHere(['evidence', 'verify', where[0]!, '--archive-key', join(folder, 'stranger.pem'), '--json']);
    expect([refused.code, (JSON.parse(refused.stdout) as { state: string }).state]).toEqual([1, 'not-ours']);
  });

  it('is not taken where the authority of time does not answer, and is taken when it is back', async () => {
    const citizen = await inModeration();
    desk.timeStamps = false;
    expect(await approve(citizen.id)).toEqual({ ok: false, code: 'evidence-failed' });
    expect(desk.entries('evidence-left')).toHaveLength(1);
    expect((await desk.app.handlers.issuance.current(null))?.case.stage.stage).toBe('moderation');
    // What there is stays provable: a partial package, whole up to where it reaches.
    const [left] = await desk.packages();
    const torn = await tekserHere(['evidence', 'verify', ...(await asFiles(left!, 'left.tekser-evidence')), '--json']);
    const entry = desk.entries('evidence-left')[0];
    expect([torn.code, JSON.parse(torn.stdout)]).toMatchObject([2, { state: 'partial', items: 11, head: entry?.kind === 'evidence-left' ? entry.head : null }]);
    desk.timeStamps = true;
    expect(await approve(citizen.id)).toMatchObject({ ok: true, stage: 'grant' });
  });

  it('needs the key of who is at the desk: a lock closes it, unlocking opens it again', async () => {
    const citizen = await inModeration();
    await desk.app.handlers.operator.lock(null);
    await expect(Promise.resolve(approve(citizen.id))).rejects.toMatchObject({ reason: 'locked' });
    await desk.app.handlers.operator.unlockTraining(null);
    expect(await approve(citizen.id)).toEqual({ ok: false, code: 'not-seen' });
    await desk.look((await desk.app.handlers.issuance.current(null))!);
    expect(await approve(citizen.id)).toMatchObject({ ok: true });
  });
});

describe('a package somebody has in hand', () => {
  it('cut anywhere is partial or no package, changed anywhere is never sealed', async () => {
    const citizen = await inModeration();
    await approve(citizen.id);
    const [bytes] = await desk.packages();
    const { readEvidence } = await import('../../../electron/core/identification/index.ts');
    const { createPrivateKey } = await import('node:crypto');
    const pkcs8 = createPrivateKey(desk.stand.control.archiveKey()).export({ type: 'pkcs8', format: 'der' });
    const key = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), { name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const read = (given: Uint8Array) =>
      readEvidence({ size: given.length, read: async (offset, length) => Uint8Array.from(given.subarray(offset, offset + length)) }, key).then(({ state }) => state);
    expect(await read(bytes!)).toBe('sealed');
    for (let cut = 200; cut < bytes!.length; cut += 997) expect(['partial', 'not-ours']).toContain(await read(bytes!.subarray(0, cut)));
    for (let at = 0; at < bytes!.length; at += 997) expect([at, await read(bytes!.map((octet, index) => (index === at ? octet ^ 1 : octet)))]).not.toEqual([at, 'sealed']);
  });
});
