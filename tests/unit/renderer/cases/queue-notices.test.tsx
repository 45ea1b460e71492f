/** What keeps applications from going on is told beside the queue with what happens next, and nothing where nothing does. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeLanguage, startI18n, textsOf } from '../../../../renderer/i18n/index.ts';
import { QueueNotices } from '../../../../renderer/screens/cases/QueueNotices.tsx';
import type { CaseQueue } from '../../../../shared/domain/issuance/case-desk.ts';
import { LANGUAGES } from '../../../../shared/domain/localized.ts';

type Queue = Extract<CaseQueue, { state: 'on' }>;
const SINCE = '2026-11-22T09:05:00+05:00';
const GOOD_DAY: Queue = { state: 'on', waiting: [], portalAwaySince: null, sealsAwaited: null };
const said = (change: Partial<Queue>): string => renderToStaticMarkup(<QueueNotices queue={{ ...GOOD_DAY, ...change }} />);

beforeAll(() => startI18n('kk'));

test('nothing is said on a good day', () => expect(said({})).toBe(''));

describe.each(LANGUAGES)('in %s', (language) => {
  const t = (key: 'cases.sealsAwaited.title' | 'cases.sealsAwaited.text' | 'cases.portalAway', values: object) => textsOf(language)(key, values as never);
  beforeAll(() => changeLanguage(language));

  test('matches that wait for their time-stamp: how many, and since when', () => {
    const words = said({ sealsAwaited: { count: 3, since: SINCE } });
    expect(words).toContain(t('cases.sealsAwaited.title', { count: 3 }));
    expect(words).toContain(t('cases.sealsAwaited.text', { since: '22.11.2026 09:05' }));
    expect(words).not.toContain(t('cases.portalAway', { since: '09:05' }));
  });

  test('a portal that is away', () => expect(said({ portalAwaySince: SINCE })).toContain(t('cases.portalAway', { since: '09:05' })));
});
