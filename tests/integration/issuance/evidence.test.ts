/** The evidence of a decision: sealed under the operator's key with a time-stamp before the case moves, opened by the archive alone, and nothing decided without it. */
import { copyFile, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadResources } from '../../../electron/adapters/files/resource-files.ts';
import { tekserHere } from '../terminal/tekser-process.ts';
import type { PortalCitizen } from '../../fakes/portal-citizen.ts';
import { UNSURE, useDeskOnPortal } from './desk-on-portal.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

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

describe('a match, which nobody looks at', () => {
  const upToComparison = async (): Promise<PortalCitizen> => {
    const citizen = await desk.apply(desk.person());
    await citizen.identify((ms) => desk.time.advance(ms));
    await citizen.card();
    return citizen;
  };
  const journalled = (kind: 'evidence-begun' | 'evidence-left') => vi.waitFor(() => expect(desk.entries(kind)).toHaveLength(1), { timeout: 30_000 });

  it('is sealed with all it rests on, under the signature of the organisation, before it counts', async () => {
    const citizen = await upToComparison();
    await desk.reached(citizen, 'grant');
    const [sealed] = desk.entries('evidence-sealed');
    expect(sealed).toMatchObject({ caseId: citizen.id, items: 11 });
    const manifestHash = sealed?.kind === 'evidence-sealed' ? sealed.manifestHash : null;
    expect(desk.entries('case-advanced').find((event) => event.kind === 'case-advanced' && event.happened === 'compared')).toMatchObject({ evidence: manifestHash });
    const [bytes] = await desk.packages();
    const where = await asFiles(bytes!, 'match.tekser-evidence');
    const verified = await tekserHere(['evidence', 'verify', ...where, '--connection', `${desk.stand.url}/connection.json`, '--json']);
    const answer = JSON.parse(verified.stdout) as { manifest: { operatorId: string | null }; manifestHash: string; signature: { state: string } };
    expect([verified.code, answer.signature.state, answer.manifest.operatorId, answer.manifestHash]).toEqual([0, 'good', null, manifestHash]);
    const told = await tekserHere(['evidence', 'verify', ...where, '--connection', `${desk.stand.url}/connection.json`, '--lang', 'en']);
    expect(told.stdout).toContain('without an operator');
    const out = join(folder, 'match');
    await tekserHere(['evidence', 'open', ...where, '--out', out]);
    expect(JSON.parse(await readFile(join(out, '0011-decision.json'), 'utf8'))).toMatchObject({ decision: 'match', operatorId: null });
    expect(JSON.parse(await readFile(join(out, '0010-comparison.json'), 'utf8'))).toMatchObject({ thresholds: { faceMatchMaxMilli: expect.any(Number) }, signals: [] });
  });

  it('waits for the authority of time in one package, and goes on when that is back', async () => {
    desk.timeStamps = false;
    const citizen = await upToComparison();
    await journalled('evidence-begun');
    desk.timeStamps = true;
    // Whatever comes from the portal has the desk look again.
    await desk.apply(desk.person());
    await desk.reached(citizen, 'grant');
    expect([desk.entries('evidence-begun').length, desk.entries('evidence-sealed').length]).toEqual([1, 1]);
  });

  it('that waits for the authority of time says so in the queue, on the citizen’s page and once in the journal, also after a restart', async () => {
    desk.timeStamps = false;
    const citizen = await upToComparison();
    const told = { stage: 'comparison', sealAwaitedSince: desk.time.clock.now().toISOString() };
    const onPage = async () => ((await citizen.read('stage'))['shown'] as { stage: unknown }).stage;
    await expect.poll(onPage, { timeout: 30_000 }).toEqual(told);
    await desk.signIn('training-agent');
    const awaited = async () => {
      const queue = await desk.app.handlers.issuance.queue(null);
      return queue.state === 'on' ? queue.sealsAwaited : queue.state;
    };
    expect(await awaited()).toEqual({ count: 1, since: told.sealAwaitedSince });
    await desk.crash();
    await desk.signIn('training-agent');
    expect([await awaited(), await onPage()]).toEqual([{ count: 1, since: told.sealAwaitedSince }, told]);
    desk.timeStamps = true;
    await desk.apply(desk.person());
    await desk.reached(citizen, 'grant');
    expect(await awaited()).toBeNull();
    const happened = desk.entries('case-advanced').flatMap((event) => (event.kind === 'case-advanced' && event.caseId === citizen.id ? [event.happened] : []));
    expect(happened.slice(-2)).toEqual(['seal-awaited', 'compared']);
  });

  it('leaves the package where the citizen withdraws before it could be signed', async () => {
    desk.timeStamps = false;
    const citizen = await upToComparison();
    await journalled('evidence-begun');
    await citizen.act('withdraw');
    await journalled('evidence-left');
    expect(desk.entries('evidence-sealed')).toEqual([]);
  });
});

describe('a package older than the policy keeps it', () => {
  it('is gone after a restart, and the journal says so; one a day younger stays', async () => {
    const citizen = await inModeration();
    await approve(citizen.id);
    const [name] = await readdir(desk.evidenceFolder);
    const [old, younger] = [join(desk.evidenceFolder, name!), join(desk.evidenceFolder, `${crypto.randomUUID()}.tekser-evidence`)];
    await copyFile(old, younger);
    const { policy } = await loadResources('resources', desk.time.clock);
    const term = desk.time.clock.now().getTime() - policy().numbers.evidenceKeptDays * DAY_MS;
    for (const [file, at] of [[old, term - 1000], [younger, term + DAY_MS]] as const) await utimes(file, new Date(at), new Date(at));
    await desk.crash();
    await expect.poll(() => readdir(desk.evidenceFolder)).toEqual([basename(younger)]);
    expect(desk.entries('evidence-forgotten')).toEqual([{ kind: 'evidence-forgotten', packages: 1, before: new Date(term).toISOString() }]);
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
