/** A supervisor is told of a silent alarm on whichever screen they are, with the way to the list; at the list itself, and to anybody else, nothing is said. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { startI18n, textsOf } from '../../../../renderer/i18n/index.ts';
import { AlarmNotice } from '../../../../renderer/screens/call/before/AlarmNotice.tsx';
import type { CallDeskView } from '../../../../shared/domain/call/call-view.ts';

beforeAll(() => startI18n('kk'));
const t = textsOf('kk');
const alarm = (operatorId: string, at: string) => ({ callId: '3c9f3f0e-6a0c-4f0e-9a57-0d4d9f3f5b10', operatorId, branch: 'TEST', at });
const watching: CallDeskView = { duty: 'watch', revision: 2, alarms: [alarm('op-2', '2026-11-22T05:10:00Z'), alarm('op-1', '2026-11-22T05:00:00Z')] };
const said = (desk: CallDeskView | null, onOpen: (() => void) | null = () => {}): string => renderToStaticMarkup(<AlarmNotice desk={desk} onOpen={onOpen} />);

test('names the newest, and leads to the list', () => {
  const words = said(watching);
  for (const shown of [t('calls.alarms.title'), t('calls.alarms.open'), 'op-2', 'role="alert"']) expect(words).toContain(shown);
  expect(words).not.toContain('op-1');
});

test.each<[string, CallDeskView | null, (() => void) | null]>([
  ['at the list', watching, null],
  ['no alarm', { duty: 'watch', revision: 1, alarms: [] }, () => {}],
  ['an operator', { duty: 'off', revision: 1 }, () => {}],
  ['not asked yet', null, () => {}],
])('says nothing: %s', (_, desk, onOpen) => expect(said(desk, onOpen)).toBe(''));
