/** What 1414 writes of an application that moved without its owner, and where it keeps silent. */
import { expect, it } from 'vitest';
import { noticeOf } from '../../../electron/stand/issuance/stage-notices.ts';
import type { CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';

const AT = '2026-11-22T06:00:00.000Z';
const moderation: CaseStage = { stage: 'moderation', priority: 'normal', dueAt: AT, reasons: [] };
const comparison: CaseStage = { stage: 'comparison' };

it.each<[CaseStage, CaseStage, string]>([
  [moderation, comparison, 'проверяет сотрудник'],
  [{ stage: 'grant' }, moderation, 'откройте страницу заявки'],
  [{ stage: 'refused', by: 'operator', reason: 'data-differ' }, moderation, 'отказано'],
  [{ stage: 'installation', certificates: ['ab'.repeat(32)] }, { stage: 'decision', requests: [], channel: 'digital-id' }, 'Сертификаты ЭЦП готовы'],
  [{ stage: 'issued', certificates: ['ab'.repeat(32)], revokedOld: 0 }, { stage: 'installation', certificates: [] }, 'Вам выданы новые ключи'],
  [{ ...moderation, escalatedAt: AT }, moderation, 'дольше обещанного'],
])('%o is told', (stage, before, words) => {
  const notice = noticeOf(stage, before, []);
  expect(notice?.ru).toContain(words);
  // Neither a code nor anything that names the person could be read over a shoulder.
  for (const text of Object.values(notice!)) expect(text.replaceAll('1414', '')).not.toMatch(/\d/);
});

it('is told once: of a stage that stands, and of a decision that is late already, nothing more', () => {
  expect(noticeOf(moderation, moderation, [])).toBeNull();
  expect(noticeOf({ ...moderation, escalatedAt: AT }, { ...moderation, escalatedAt: AT }, [])).toBeNull();
});

it('of the card is told to who has to photograph it again, not to who comes to it for the first time', () => {
  expect(noticeOf({ stage: 'card' }, { stage: 'account' }, ['opened'])).toBeNull();
  expect(noticeOf({ stage: 'card' }, moderation, ['opened', 'card-captured'])?.ru).toContain('снять ещё раз');
});

it('is silent where its owner stands before the page', () => {
  for (const stage of ['identification', 'account', 'confirmation', 'comparison', 'application'] as const) expect(noticeOf({ stage }, { stage: 'phone' }, [])).toBeNull();
});
