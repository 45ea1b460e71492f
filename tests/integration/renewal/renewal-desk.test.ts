/** Renewal through the real gateway and the office of the stand, in the time of the pilot and after it. */
import { readFile } from 'node:fs/promises';
import jpegJs from 'jpeg-js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createThreadFaceComparer } from '../../../electron/adapters/face-threads/thread-face-comparer.ts';
import { createPaperPress } from '../../../electron/adapters/pdf-papers/print-paper.ts';
import { createRenewalDesk, type RenewalDesk, type RenewalHappened } from '../../../electron/core/renewal/index.ts';
import { createRenewalOffice } from '../../../electron/gateways/renewal/index.ts';
import { type Stand, startStand } from '../../../electron/stand/index.ts';
import type { StandPerson } from '../../../electron/stand/population/index.ts';
import { RenewalOrder } from '../../../shared/domain/renewal/renewal.ts';
import { RenewalRuleFile } from '../../../shared/domain/renewal/renewal-rule.ts';
import { drawnPortrait, repainted } from '../../fakes/documents/drawn-portrait.ts';
import { pdfText } from '../../fakes/documents/pdf-text.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';

const { rules } = RenewalRuleFile.parse(JSON.parse(await readFile('resources/policy/renewal.json', 'utf8')));
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Noon in Almaty of a day on which the card of the case may be renewed: it ends on 20 February. */
const IN_TIME = new Date('2026-02-10T07:00:00Z');
const NOW = new Date('2026-11-22T07:00:00Z');

let at = IN_TIME;
let stand: Stand;
let person: StandPerson;
let desk: RenewalDesk;
let portrait: Uint8Array<ArrayBuffer>;
const faces = createThreadFaceComparer();
const happened: RenewalHappened[] = [];
const saved = new Map<string, Uint8Array>();

beforeAll(async () => {
  stand = await startStand({ seed: 7, now: () => at });
  person = stand.control.population.people.find(({ trainingCase }) => trainingCase?.code === 'card-renewal')!;
  portrait = drawnPortrait(person);
  const { renewal } = await stand.connection();
  desk = createRenewalDesk({
    office: createRenewalOffice(renewal!),
    portraits: faces,
    rules,
    clock: { now: () => at },
    policy: () => POLICY,
    papers: createPaperPress('resources/fonts'),
    outlet: { save: async (name, octets) => (saved.set(name, octets), name) },
    place: { organisation: 'Оқу орталығы (TEST)', branch: '№ 1', workstation: 'Т-1' },
    record: async (event) => void happened.push(event),
  });
});
afterAll(() => Promise.all([stand.close(), faces.end()]));
beforeEach(async () => {
  at = IN_TIME;
  happened.length = 0;
  saved.clear();
  await stand.control.reset();
});

const check = (iin = person.iin, change = {}) => desk.check({ iin, reason: 'expiry', own: true, ...change });
const jpeg = (width: number, height: number) => new Uint8Array(jpegJs.encode({ width, height, data: Buffer.alloc(width * height * 4, 120) }, 80).data);
const order = (change: Partial<RenewalOrder> = {}): RenewalOrder =>
  RenewalOrder.parse({ iin: person.iin, photo: portrait, signature: jpeg(320, 100), eyes: { openness: 0.33, confirmedOpen: false }, email: 'renew@example.kz', phone: person.phone, handover: { by: 'pick-up', centreId: 'tson-1' }, ...change });

describe('the rule', () => {
  it('allows in its days, and says which card is meant', async () => {
    expect(await check()).toMatchObject({ state: 'judged', answer: { answer: 'allowed', lastDay: '2026-03-02' }, card: { expiresOn: '2026-02-20' }, fees: { standard: 786 } });
    at = new Date('2026-01-20T07:00:00Z');
    expect(await check()).toMatchObject({ answer: { answer: 'too-early', firstDay: '2026-01-21' } });
    expect(happened).toEqual([
      { act: 'judged', answer: 'allowed', ruleVersion: 'pilot-2025', iin: person.iin },
      { act: 'judged', answer: 'too-early', ruleVersion: 'pilot-2025', iin: person.iin },
    ]);
  });

  it('that has ended is said to have ended, and nobody’s card is looked at', async () => {
    at = NOW;
    await stand.control.change({ outage: ['renewal'] });
    expect(await check()).toEqual({ state: 'judged', answer: { answer: 'ended', lastDay: '2026-03-01', ruleVersion: 'pilot-2025' }, card: null, fees: null, centres: [] });
  });

  it.each([
    ['another reason', { reason: 'loss' as const }, 'other-reason'],
    ['somebody else', { own: false }, 'not-own'],
  ])('refuses %s without a look at the card, whose twin it allows', async (_, change, answer) => {
    expect(await check(person.iin, change)).toMatchObject({ answer: { answer }, card: null });
    expect(await check()).toMatchObject({ answer: { answer: 'allowed' } });
  });

  it('knows a wrong ИИН, and a person without a card', async () => {
    expect(await check('850607400015')).toEqual({ state: 'iin-wrong' });
    const kandas = stand.control.population.people.find(({ trainingCase }) => trainingCase?.code === 'kandas')!;
    expect(await check(kandas.iin)).toEqual({ state: 'no-card' });
  });
});

describe('the application', () => {
  it('with good pictures is taken; refused are a photo without a face or too small, another phone and a second one', async () => {
    const [empty, small] = [jpeg(480, 640), repainted(person, (look, x, y) => look(x * 1.25, y * 1.25), { width: 384, height: 480 })];
    expect(await desk.judgePhoto(empty)).toEqual({ state: 'poor', advice: 'no-face' });
    expect(await desk.apply(order({ photo: empty }))).toEqual({ state: 'refused', code: 'photo-poor' });
    // A face, and fewer points than the office takes.
    expect(await desk.judgePhoto(small)).toEqual({ state: 'good' });
    expect(await desk.apply(order({ photo: small }))).toEqual({ state: 'refused', code: 'picture-refused' });
    expect(await desk.judgePhoto(portrait)).toEqual({ state: 'good' });
    expect(await desk.apply(order({ signature: jpeg(100, 40) }))).toEqual({ state: 'refused', code: 'picture-refused' });
    expect(await desk.apply(order({ phone: '+77010000000' }))).toEqual({ state: 'refused', code: 'phone-differs' });
    const applied = await desk.apply(order());
    expect(applied).toEqual({ state: 'applied', number: expect.stringMatching(/^R-2026-\d{6}$/) });
    expect(await desk.apply(order())).toEqual({ state: 'refused', code: 'already-applied' });

    const number = applied.state === 'applied' ? applied.number : '';
    expect(await desk.standing(number)).toMatchObject({ state: 'known', status: 'received' });
    expect(await desk.giveFeedback({ number, score: 5, text: '' })).toBe(false);
    at = new Date(IN_TIME.getTime() + 16 * DAY);
    expect(await desk.standing(number)).toMatchObject({ status: 'handed-over', feedbackGiven: false });
    await expect.poll(() => stand.control.messages(person.iin)[0]!.text.kk).toContain('жеке куәлік берілді');
    expect(stand.control.letters('renew@example.kz').length).toBeGreaterThan(1);
    expect(stand.control.feedbackOn(number)).toBeNull();
    expect(await desk.giveFeedback({ number, score: 4, text: 'Жылдам болды, рақмет' })).toBe(true);
    expect(await desk.giveFeedback({ number, score: 1, text: '' })).toBe(false);
    expect(stand.control.feedbackOn(number)).toEqual({ score: 4, text: 'Жылдам болды, рақмет' });
    expect(await desk.standing('R-2026-999999')).toEqual({ state: 'unknown' });
  });

  // Told by the office's own refusal, which an application of somebody's number that is not theirs comes to.
  const elsewhere = (eyes: RenewalOrder['eyes']) => desk.apply(order({ eyes, phone: '+77010000000' }));
  it.each([
    ['doubtful', 0.24],
    ['unseen', null],
  ])('with %s eyes does not leave the desk without the operator’s word, which the journal names', async (judgement, openness) => {
    expect(desk.judgeEyes(openness)).toBe(judgement);
    expect(await elsewhere({ openness, confirmedOpen: false })).toEqual({ state: 'refused', code: 'eyes-unconfirmed' });
    expect(happened).toEqual([]);
    expect(await elsewhere({ openness, confirmedOpen: true })).toEqual({ state: 'refused', code: 'phone-differs' });
    expect(happened).toEqual([{ act: 'applied', answer: 'phone-differs', ruleVersion: 'pilot-2025', eyes: 'confirmed', iin: person.iin }]);
  });

  it('with eyes that read open needs no word', async () => {
    expect(desk.judgeEyes(0.33)).toBe('open');
    expect(await elsewhere({ openness: 0.33, confirmedOpen: false })).toEqual({ state: 'refused', code: 'phone-differs' });
    expect(happened).toMatchObject([{ eyes: 'measured' }]);
  });

  it('is judged again when it is sent: a page left open over the last day is refused', async () => {
    at = NOW;
    expect(await desk.apply(order())).toEqual({ state: 'refused', code: 'not-allowed' });
    expect(happened).toEqual([]);
  });
});

describe('the office away', () => {
  it('is counted from the first silence; after ten minutes the act for the paper route may be printed', async () => {
    await stand.control.change({ outage: ['renewal'] });
    expect(await check()).toEqual({ state: 'away', since: IN_TIME.toISOString(), paper: false });
    expect(await desk.printPaperAct()).toEqual({ ok: false, code: 'not-yet' });
    at = new Date(IN_TIME.getTime() + 10 * MINUTE);
    expect(await desk.apply(order())).toEqual({ state: 'away', since: IN_TIME.toISOString(), paper: true });
    const act = await desk.printPaperAct();
    expect(act).toEqual({ ok: true, path: 'act-2026-02-10.pdf' });
    const text = await pdfText(saved.get('act-2026-02-10.pdf')!);
    for (const part of ['Техникалық ақау туралы акт', 'Акт о техническом сбое', '10.02.2026 12:00', '10.02.2026 12:10']) expect(text).toContain(part);
    expect(text).not.toContain(person.iin);
    await stand.control.reset();
    expect(await check()).toMatchObject({ state: 'judged' });
    expect(await desk.printPaperAct()).toEqual({ ok: false, code: 'not-yet' });
  });

  it('is written down under the day it is in Almaty, which begins five hours before that of UTC', async () => {
    at = new Date('2026-02-10T18:55:00Z');
    await stand.control.change({ outage: ['renewal'] });
    await check();
    at = new Date(at.getTime() + 10 * MINUTE);
    expect(await desk.printPaperAct()).toEqual({ ok: true, path: 'act-2026-02-11.pdf' });
  });
});
