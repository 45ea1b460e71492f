/** What faces, data and risks mean together, and the rules of risk one by one: each with its twin just below the limit. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { judgeComparison, riskFindings } from '../../../electron/core/issuance/index.ts';
import { withFaceRisks } from '../../../electron/core/issuance/comparison/risk-rules.ts';
import { compareLatin } from '../../../electron/core/issuance/comparison/compare-latin.ts';
import type { ApplicationFacts } from '../../../shared/domain/issuance/application-facts.ts';
import type { FaceFinding } from '../../../shared/domain/issuance/case-desk.ts';
import { PolicyFile, policyAt } from '../../../shared/domain/policy.ts';

const NOW = new Date('2026-11-22T06:00:00Z');
const { sets } = PolicyFile.parse(JSON.parse(await readFile('resources/policy/policy.json', 'utf8')));
const { numbers } = policyAt(sets, NOW);
const face = (outcome: 'match' | 'moderation' | 'mismatch' | 'retake'): FaceFinding => ({ pair: 'selfie-registry', state: 'compared', outcome, distanceMilli: 400, pictures: 5 });
const session = (outcome: 'match' | 'moderation' | 'retake'): FaceFinding => ({ pair: 'selfie-session', state: 'compared', outcome, distanceMilli: 500, pictures: 8 });
const quiet = { dataReasons: [], faces: [face('match')], risks: [] };

describe('the comparison', () => {
  it.each([
    ['all agree', quiet, 'match', []],
    ['a risk alone', { ...quiet, risks: [{ risk: 'shared-device' as const, at: null, count: 2 }] }, 'moderation', []],
    ['an unsure face', { ...quiet, faces: [face('moderation')] }, 'moderation', ['face-unclear']],
    ['a bad picture', { ...quiet, faces: [face('retake')] }, 'moderation', ['face-unclear']],
    ['another face', { ...quiet, faces: [face('match'), face('mismatch')] }, 'mismatch', ['face-differs']],
    ['no register photo', { ...quiet, faces: [{ pair: 'card-registry' as const, state: 'absent' as const }] }, 'moderation', ['no-registry-photo']],
    ['no face found', { ...quiet, faces: [{ pair: 'selfie-card' as const, state: 'no-face' as const }] }, 'moderation', ['face-unclear']],
    ['several faces', { ...quiet, faces: [{ pair: 'selfie-card' as const, state: 'several-faces' as const }] }, 'moderation', ['second-person']],
    ['the person of the selfie all the while', { ...quiet, faces: [face('match'), session('match')] }, 'match', []],
    ['another person who moved', { ...quiet, faces: [face('match'), session('moderation')] }, 'moderation', ['person-changed']],
    ['movements too blurred to tell', { ...quiet, faces: [face('match'), session('retake')] }, 'moderation', ['face-unclear']],
    ['no picture of the movements', { ...quiet, faces: [face('match'), { pair: 'selfie-session' as const, state: 'absent' as const }] }, 'moderation', ['face-unclear']],
    ['a machine that cannot', { ...quiet, faces: [{ pair: 'selfie-card' as const, state: 'unavailable' as const }], dataReasons: ['registry-error' as const] }, 'moderation', ['machine-unavailable', 'registry-error']],
    ['a dead person', { ...quiet, dataReasons: ['person-deceased' as const] }, 'mismatch', ['person-deceased']],
    ['damaged letters', { ...quiet, dataReasons: ['registry-error' as const] }, 'moderation', ['registry-error']],
    ['a suspicious camera', { ...quiet, risks: [{ risk: 'virtual-camera' as const, at: null, count: null }] }, 'moderation', ['camera-suspect']],
  ])('%s', (_, findings, outcome, reasons) => expect(judgeComparison(findings)).toEqual({ kind: 'compared', outcome, reasons }));
});

describe('a risk', () => {
  const facts: ApplicationFacts = {
    iin: '990118399005',
    phoneEnding: '01',
    phoneChangedAt: null,
    applicationsThisWeek: 1,
    othersOnDevice: 0,
    wanted: false,
    signals: [],
    card: null,
    materials: [],
  };
  const risksOf = (change: Partial<ApplicationFacts>) => riskFindings({ ...facts, ...change }, NOW, numbers);
  const ago = (ms: number) => new Date(NOW.getTime() - ms).toISOString();

  it('is none for an ordinary application', () => expect(risksOf({})).toEqual([]));
  it('is a number changed within the week, not one changed before', () => {
    const recent = ago(numbers.riskPhoneChangeMs - 1);
    expect(risksOf({ phoneChangedAt: recent })).toEqual([{ risk: 'phone-changed-recently', at: recent, count: null }]);
    expect(risksOf({ phoneChangedAt: ago(numbers.riskPhoneChangeMs) })).toEqual([]);
  });
  it('is the third application of a week, not the second', () => {
    expect(risksOf({ applicationsThisWeek: 3 })).toEqual([{ risk: 'many-applications', at: null, count: 3 }]);
    expect(risksOf({ applicationsThisWeek: 2 })).toEqual([]);
  });
  it('is a device of two strangers, not of one', () => {
    expect(risksOf({ othersOnDevice: 2 })).toEqual([{ risk: 'shared-device', at: null, count: 2 }]);
    expect(risksOf({ othersOnDevice: 1 })).toEqual([]);
  });
  it('is what the page noticed, once', () => {
    expect(risksOf({ wanted: true, signals: ['virtual-camera', 'virtual-camera', 'person-wanted'] }).map(({ risk }) => risk)).toEqual(['person-wanted', 'virtual-camera']);
  });
});

describe('what the faces add to the risks', () => {
  const earlier = [{ risk: 'second-person-seen' as const, at: null, count: null }];
  it('is another person in a picture, said once, and one in place of the first', () => {
    expect(withFaceRisks(earlier, [{ pair: 'selfie-card', state: 'several-faces' }, session('moderation')]).map(({ risk }) => risk)).toEqual(['second-person-seen', 'person-changed']);
  });
  it('is nothing where the faces agree', () => expect(withFaceRisks([], [face('match'), session('match'), session('retake')])).toEqual([]));
});

describe('names in Latin letters', () => {
  const registered = { surname: 'OSPANOVA-KARIMOVA', name: 'ASSEL' };
  const compared = (zone: { surname: string; name: string } | null, known: typeof registered | null = registered) => compareLatin(zone, known).map(({ comparison }) => comparison);

  it('agree past fillers and where the zone cut them off', () => {
    expect(compared({ surname: 'OSPANOVA KARIMOVA', name: 'ASSEL' })).toEqual(['equal', 'equal']);
    expect(compared({ surname: 'OSPANOVA KARI', name: 'ASSEL' })).toEqual(['equal', 'equal']);
  });
  it('differ where a letter does', () => expect(compared({ surname: 'OSPANOVA KARIMOVA', name: 'ASEL' })).toEqual(['equal', 'different']));
  it('say nothing where one side has none', () => {
    expect(compared(null)).toEqual(['unread', 'unread']);
    expect(compared({ surname: '', name: 'ASSEL' }, null)).toEqual(['unread', 'not-registered']);
  });
});
