/** A supervisor is told of citizens who wait longer than promised, with the way there; where nobody does, nothing is said. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { startI18n, textsOf } from '../../../../renderer/i18n/index.ts';
import { OverdueNotice } from '../../../../renderer/screens/cases/OverdueNotice.tsx';
import type { CaseQueue, WaitingCase } from '../../../../shared/domain/issuance/case-desk.ts';

beforeAll(() => startI18n('kk'));
const t = textsOf('kk');
const AT = '2026-11-22T09:00:00+05:00';
const waiting = (escalated: boolean): WaitingCase => ({ caseId: '3c9f3f0e-6a0c-4f0e-9a57-0d4d9f3f5b10', kind: 'moderation', priority: 'normal', since: AT, dueAt: AT, escalated, language: 'kk', held: 'free' });
const queueOf = (...escalated: boolean[]): CaseQueue => ({ state: 'on', waiting: escalated.map(waiting), portalAwaySince: null, sealsAwaited: null });
const said = (queue: CaseQueue | null, onOpen: (() => void) | null = () => {}): string => renderToStaticMarkup(<OverdueNotice queue={queue} onOpen={onOpen} />);

test('counts what is late, and leads there', () => {
  const words = said(queueOf(true, false, true));
  expect(words).toContain(t('cases.escalated.title', { count: 2 }));
  expect(words).toContain(t('cases.escalated.open'));
  expect(said(queueOf(true), null)).not.toContain(t('cases.escalated.open'));
});

test.each([['nothing late', queueOf(false)], ['nobody waiting', queueOf()], ['a desk that takes no part', { state: 'off' } as const], ['not asked yet', null]])('says nothing: %s', (_, queue) => expect(said(queue)).toBe(''));
