/** Large signed files are judged in a thread: as they would be here, without holding anybody up, and never good for want of an answer. */
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createThreadFileJudge, type ThreadFileJudge } from '../../electron/adapters/judging-thread/thread-file-judge.ts';
import { createTrust, type FileAnswer, type FileQuestion, type TrustOptions } from '../../electron/core/trust/index.ts';
import type { KeptEvidence } from '../../electron/ports/kept-evidence.ts';
import { failure, success } from '../../shared/util/result.ts';
import { ADDRESSES, issue, NOW, SIGNER } from '../unit/trust/trial-authority.ts';
import { crl, hoursFromNow } from '../unit/trust/trial-evidence.ts';
import { signature } from '../unit/trust/trial-signature.ts';
import { rsaKey, signedXml } from '../unit/trust/xml/trial-xml.ts';
import { signedZip } from '../unit/trust/zip/trial-zip.ts';
import { inMemorySeenTimes } from '../fakes/in-memory-seen-times.ts';
import { inMemoryKeptEvidence } from '../fakes/in-memory-kept-evidence.ts';

const root = await issue('thread-root', null);
const signer = await issue('thread-signer', root, { extensions: [...SIGNER, ...ADDRESSES] });
const list = crl({ signer: root, thisUpdate: hoursFromNow(-1), nextUpdate: hoursFromNow(1) });
const away = failure({ code: 'service-unreachable', detail: null } as const);

const HUNG = new URL('../fakes/hung-worker.ts', import.meta.url);
const DYING = new URL('../fakes/dying-worker.ts', import.meta.url);

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

let judge: ThreadFileJudge | null = null;
const inThread = (options: TrustOptions, bounds: Parameters<typeof createThreadFileJudge>[1] = {}): ThreadFileJudge => (judge = createThreadFileJudge(options, bounds));
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
  const thread = createThreadFileJudge(near.options);
  afterAll(() => thread.end());

  it.each(FORMS)('judges %s as this thread does, with all that was used', async (_, make) => {
    const file = await make();
    const answer = await thread.judge({ file });
    expect(answer).toEqual(await judgedHere(near.options, { file }));
    expect(answer?.state).toBe(file[0] === 0x25 ? 'bad' : 'good');
  });

  it('finds what is altered, and asks this side for evidence, once for several files', async () => {
    const file = bytes(signedText);
    expect((await thread.judge({ file }))?.state).toBe('good');
    const before = near.fetched.length;
    expect(await thread.judge({ file: alteredXml(2) })).toMatchObject({ state: 'bad', checks: CONTENT_MISMATCH });
    expect((await thread.judge({ file }))?.state).toBe('good');
    expect(near.fetched.slice(before)).not.toContain('http://trial.test/ca.crl');
    expect(near.fetched).toContain('http://trial.test/ca.crl');
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
      const { state } = (await inThread(options).judge({ file }))!;
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
    expect(await large).toBeNull();
    expect((await next)?.state).toBe('good');
    expect(await never).toBeNull();
  });

  it('is never that of a small file, which is judged at once', async () => {
    const small = bytes(signedText);
    const trust = createTrust(options, inThread(options, { entry: HUNG, deadlineMs: 300 }));
    expect(await trust.verifyFile({ file: small })).toEqual(await judgedHere(options, { file: small }));
  });
});
