/** Large signed files are judged in other threads: as they would be here, without holding anybody up, and never good for want of an answer. */
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createPoolFileJudge, type PoolFileJudge } from '../../electron/adapters/judging-pool/pool-file-judge.ts';
import { createGostHash, hashWhole } from '../../electron/core/trust/gost/index.ts';
import { rememberVerified, wasVerified } from '../../electron/core/trust/path/verified-once.ts';
import { createTrust, type FileAnswer, type FileQuestion, type TrustOptions } from '../../electron/core/trust/index.ts';
import type { KeptEvidence } from '../../electron/ports/trust/kept-evidence.ts';
import { failure, success } from '../../shared/util/result.ts';
import { ADDRESSES, AUTHORITY, issue, NOW, parsed, SIGNER } from '../unit/trust/trial/trial-authority.ts';
import { crl, hoursFromNow } from '../unit/trust/trial/trial-evidence.ts';
import { signature } from '../unit/trust/trial/trial-signature.ts';
import { rsaKey, signedXml } from '../unit/trust/xml/trial-xml.ts';
import { signedZip } from '../unit/trust/zip/trial-zip.ts';
import { inMemorySeenTimes } from '../fakes/in-memory/in-memory-seen-times.ts';
import { inMemoryKeptEvidence } from '../fakes/in-memory/in-memory-kept-evidence.ts';

const root = await issue('thread-root', null);
const signer = await issue('thread-signer', root, { extensions: [...SIGNER, ...ADDRESSES] });
const list = crl({ signer: root, thisUpdate: hoursFromNow(-1), nextUpdate: hoursFromNow(1) });
const away = failure({ code: 'service-unreachable', detail: null } as const);

const HUNG = new URL('../fakes/hostile/hung-worker.ts', import.meta.url);
const DYING = new URL('../fakes/hostile/dying-worker.ts', import.meta.url);

/** Answers with the list, unless the network is away; notes what was fetched. */
function world({ isReachable = true, keptEvidence = undefined as KeptEvidence | undefined, seenTimes = inMemorySeenTimes(), now = () => NOW } = {}) {
  const fetched: string[] = [];
  const options: TrustOptions = {
    anchors: [root.der],
    intermediates: [],
    evidence: {
      async ocsp(url) {
        fetched.push(url);
        return away;
      },
      async crl(url) {
        fetched.push(url);
        return isReachable ? success(list) : away;
      },
    },
    clock: { now, monotonicMs: () => 0 },
    seenTimes,
    ...(keptEvidence !== undefined && { keptEvidence }),
  };
  return { options, fetched };
}

/** The answer, where the judgement came to one. */
function answered(answer: Awaited<ReturnType<PoolFileJudge['judge']>>): FileAnswer {
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
}

let judge: PoolFileJudge | null = null;
const inThread = (options: TrustOptions, bounds: Parameters<typeof createPoolFileJudge>[1] = {}): PoolFileJudge => (judge = createPoolFileJudge(options, bounds));
afterEach(() => judge?.end());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const LINE = '<line xmlns:n="urn:note" n:kind="қосымша" amount="100">Қазақстан &amp; Республикасы</line>';
const signedText = await signedXml({ document: `<order>${LINE}{signature}</order>`, key: rsaKey(signer) });
/** With so many lines instead of the one that was signed: all of it is read, brought into canonical form and hashed to be found out. */
const alteredXml = (lines: number): Uint8Array => bytes(signedText.replace(LINE, LINE.repeat(lines)));
const FORMS: [string, () => Promise<Uint8Array>][] = [
  ['cms', async () => signature({ content: bytes('signed'), signers: [{ signer }] })],
  ['xml', async () => bytes(signedText)],
  ['zip', async () => signedZip({ signature: { signers: [{ signer }] } })],
  ['pdf', async () => bytes('%PDF-1.7\n')],
];
const judgedHere = (options: TrustOptions, question: FileQuestion): Promise<FileAnswer> => createTrust(options).verifyFile(question);

const CONTENT_MISMATCH = expect.arrayContaining([expect.objectContaining({ outcome: 'failed', code: 'content-mismatch' })]);

describe('a thread', () => {
  const near = world();
  const thread = createPoolFileJudge(near.options);
  afterAll(() => thread.end());

  it.each(FORMS)('judges %s as this thread does, with all that was used', async (_, make) => {
    const file = await make();
    const answer = await thread.judge({ file });
    expect(answer).toEqual(await judgedHere(near.options, { file }));
    expect(answered(answer).state).toBe(file[0] === 0x25 ? 'bad' : 'good');
  });

  it('finds what is altered, and asks this side for evidence, once for several files', async () => {
    const file = bytes(signedText);
    expect(answered(await thread.judge({ file })).state).toBe('good');
    const before = near.fetched.length;
    expect(await thread.judge({ file: alteredXml(2) })).toMatchObject({ state: 'bad', checks: CONTENT_MISMATCH });
    expect(answered(await thread.judge({ file })).state).toBe('good');
    expect(near.fetched.slice(before)).not.toContain('http://trial.test/ca.crl');
    expect(near.fetched).toContain('http://trial.test/ca.crl');
  });

  const below = async (label: string) => {
    const authority = await issue(label, root, { extensions: AUTHORITY });
    return { authority, under: await issue(`${label}-signer`, authority) };
  };
  const chainCode = async (file: Uint8Array): Promise<unknown> => answered(await thread.judge({ file })).checks.find(({ layer }) => layer === 'chain')?.code;

  it('tells this side of the authorities it has verified', async () => {
    const { authority, under } = await below('thread-authority');
    expect(wasVerified(parsed(authority), parsed(root))).toBe(false);
    expect(await chainCode(signature({ content: bytes('signed'), signers: [{ signer: under }], certificates: [under, authority] }))).toBe('chain-trusted');
    expect(wasVerified(parsed(authority), parsed(root))).toBe(true);
  });

  it('does not verify an authority again that this side has verified', async () => {
    const { authority, under } = await below('desk-authority');
    // Only somebody who does not verify it can take it for good.
    const spoilt = { ...authority, der: Uint8Array.of(...authority.der.subarray(0, -1), authority.der.at(-1)! ^ 1) };
    const file = signature({ content: bytes('signed'), signers: [{ signer: under }], certificates: [under, spoilt] });
    expect(await chainCode(file)).toBe('chain-untrusted');
    rememberVerified(parsed(spoilt), parsed(root));
    expect(await chainCode(file)).toBe('chain-trusted');
  });

  it('hashes for this side what would hold it up', async () => {
    const octets = Uint8Array.from({ length: 5_000_000 }, (_, at) => at);
    expect(await thread.digest('GOST 34.311-95', octets)).toEqual(hashWhole(createGostHash('GOST 34.311-95'), octets));
  });

  it('leaves this one free while it judges eleven megabytes', async () => {
    const large = alteredXml(105_000);
    expect(large.length).toBeGreaterThan(11_000_000);
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    const answer = await thread.judge({ file: large });
    clearInterval(ticking);
    expect(answer).toMatchObject({ state: 'bad', checks: CONTENT_MISMATCH });
    // Judged on this side the few turns between its digests are all there are.
    expect(turns).toBeGreaterThan(50);
  });

  it('cannot determine what nobody vouches for, unless this side kept the evidence', async () => {
    const keptEvidence = inMemoryKeptEvidence();
    const file = bytes(signedText);
    const verdictWith = async (isReachable: boolean, kept: boolean) => {
      const { options } = world({ isReachable, ...(kept && { keptEvidence }) });
      const { state } = answered(await inThread(options).judge({ file }));
      await judge!.end();
      return state;
    };
    expect(await verdictWith(true, true)).toBe('good');
    expect(await verdictWith(false, true)).toBe('good');
    expect(await verdictWith(false, false)).toBe('undetermined');
  });

  it('goes by the clock of this side, and by the latest time it has seen', async () => {
    const seenTimes = inMemorySeenTimes();
    await seenTimes.keep(hoursFromNow(2));
    const answer = await inThread(world({ seenTimes }).options).judge({ file: bytes(signedText) });
    expect(answer).toMatchObject({ state: 'undetermined', checks: expect.arrayContaining([expect.objectContaining({ code: 'clock-skewed' })]) });
  });
});

it('what a thread has seen of the time this side has seen too: a clock set back is noticed', async () => {
  let now = NOW;
  const { options } = world({ now: () => now });
  const trust = createTrust(options, inThread(options));
  expect((await trust.verifyFile({ file: signature({ content: new Uint8Array(70_000), signers: [{ signer }] }) })).state).toBe('good');
  now = hoursFromNow(-30);
  expect(await trust.verifyCertificate({ certificate: signer.der, use: 'sign' })).toMatchObject({ state: 'undetermined', checks: [{}, { code: 'clock-skewed' }, {}] });
});

describe('a judgement without an answer', () => {
  const file = bytes(`<a>${' '.repeat(70_000)}</a>`);
  const archive = bytes(`PK\u0003\u0004${' '.repeat(70_000)}`);
  const { options } = world();

  it.each([
    ['takes too long', HUNG, { file }],
    ['ends by itself', DYING, { file }],
    ['fills its memory', DYING, { file: archive }],
  ])('because its thread %s leaves the file undetermined, with the reason', async (_, entry, question) => {
    const trust = createTrust(options, inThread(options, { entry, deadlineMs: entry === HUNG ? 300 : 30_000, heapMb: 32 }));
    const answer = await trust.verifyFile(question);
    expect(answer).toMatchObject({ state: 'undetermined', content: null, signers: [], evidence: null });
    expect(answer.checks[0]).toEqual({ layer: 'integrity', outcome: 'undetermined', code: 'judging-not-finished', detail: null });
  });

  it('because it was stopped gives way to the next, which is answered', async () => {
    const stopped = new AbortController();
    const threads = inThread(options);
    const [large, next, never] = [threads.judge({ file: alteredXml(50_000) }, stopped.signal), threads.judge({ file: bytes(signedText) }), threads.judge({ file }, AbortSignal.abort())];
    stopped.abort();
    expect(await large).toBe('not-finished');
    expect(answered(await next).state).toBe('good');
    expect(await never).toBe('not-finished');
  });

  it('is never that of a small file, which is judged at once', async () => {
    const small = bytes(signedText);
    const trust = createTrust(options, inThread(options, { entry: HUNG, deadlineMs: 300 }));
    expect(await trust.verifyFile({ file: small })).toEqual(await judgedHere(options, { file: small }));
  });
});
