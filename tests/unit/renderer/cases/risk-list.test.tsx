/** Why a case is with the operator is said in the words of its stage, and in no other's; every risk and every reason there is has words in each language. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeLanguage, startI18n, textsOf } from '../../../../renderer/i18n/index.ts';
import { RiskList } from '../../../../renderer/screens/cases/file/RiskList.tsx';
import type { CaseView, RiskFinding } from '../../../../shared/domain/issuance/case-desk.ts';
import { CaseReason, type CaseStage, RiskSignal } from '../../../../shared/domain/issuance/issuance-case.ts';
import { LANGUAGES } from '../../../../shared/domain/localized.ts';

beforeAll(() => startI18n('kk'));
const t = textsOf('kk');
const AT = '2026-11-22T09:00:00+05:00';

function viewOf(stage: Extract<CaseStage['stage'], CaseView['kind']>, change: { failedAttempts?: number; risks?: RiskSignal[]; reasons?: CaseReason[]; found?: RiskFinding[] } = {}): CaseView {
  const { failedAttempts = 0, risks = [], reasons = [], found = [] } = change;
  const stages: Record<typeof stage, CaseStage> = {
    'phone-registration': { stage: 'phone-registration' },
    'operator-identification': { stage: 'operator-identification' },
    moderation: { stage: 'moderation', priority: 'normal', dueAt: AT, reasons },
    'second-opinion': { stage: 'second-opinion', firstOperator: 'op-1', dueAt: AT, reasons },
  };
  return {
    case: { id: '3c9f3f0e-6a0c-4f0e-9a57-0d4d9f3f5b10', openedAt: AT, touchedAt: AT, policyVersion: '2026.1', language: 'kk', stage: stages[stage], done: [], channel: null, failedAttempts, risks },
    kind: stage,
    since: AT,
    dueAt: null,
    heldSince: AT,
    phoneEnding: null,
    fields: [],
    faces: [],
    materials: [],
    risks: found,
    away: [],
    approval: 'final',
  };
}

const WHY = ['phone', 'machineTooWeak', 'secondOpinion', 'none'] as const;
const said = (view: CaseView): string => renderToStaticMarkup(<RiskList view={view} />);

test.each([
  ['the number is not registered', viewOf('phone-registration'), ['phone'], []],
  ['the device was too weak', viewOf('operator-identification', { risks: ['machine-too-weak'] }), ['machineTooWeak'], []],
  ['the attempts are spent', viewOf('operator-identification', { failedAttempts: 5 }), [], []],
  ['a risk alone', viewOf('moderation'), ['none'], []],
  ['the comparison', viewOf('moderation', { reasons: ['face-differs'] }), [], ['face-differs']],
  ['no machine compared', viewOf('moderation', { reasons: ['machine-unavailable'] }), [], ['machine-unavailable']],
  ['another one’s approval', viewOf('second-opinion', { reasons: ['face-differs'] }), ['secondOpinion'], ['face-differs']],
] as const)('%s', (_, view, why, reasons) => {
  const drawn = said(view);
  expect(WHY.filter((key) => drawn.includes(t(`cases.reasons.${key}`)))).toEqual(why);
  for (const reason of reasons) expect(drawn).toContain(t(`cases.reason.${reason}`));
  expect(drawn.includes(t('cases.reasons.failedAttempts', { count: 5 }))).toBe(view.case.failedAttempts === 5);
});

describe.each(LANGUAGES)('in %s', (language) => {
  const words = textsOf(language);
  beforeAll(() => changeLanguage(language));

  test.each(RiskSignal.options)('the risk %s is drawn with the figure it saw', (risk) => {
    const [at, count] = [risk === 'phone-changed-recently' ? AT : null, risk === 'many-applications' || risk === 'shared-device' ? 7 : null];
    const drawn = said(viewOf('moderation', { found: [{ risk, at, count }] }));
    const text = words(`cases.risks.rule.${risk}`, { at: '22.11.2026 09:00:00', count: 7 });
    expect(text).not.toContain('cases.risks');
    expect(drawn).toContain(`<span>${text}</span>`);
    if (at !== null) expect(drawn).toContain('22.11.2026 09:00:00');
    if (count !== null) expect(drawn).toContain('7');
    expect(drawn).not.toContain(words('cases.risks.none'));
  });

  test('every risk and every reason has words of its own', () => {
    const texts = [...RiskSignal.options.map((risk) => words(`cases.risks.rule.${risk}`)), ...CaseReason.options.map((reason) => words(`cases.reason.${reason}`))];
    expect(new Set(texts).size).toBe(RiskSignal.options.length + CaseReason.options.length);
    const drawn = said(viewOf('moderation', { reasons: [...CaseReason.options] }));
    for (const reason of CaseReason.options) expect(drawn).toContain(`<li>${words(`cases.reason.${reason}`)}</li>`);
    expect(drawn).toContain(words('cases.risks.none'));
  });
});
