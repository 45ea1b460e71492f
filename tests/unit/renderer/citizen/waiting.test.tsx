/** A citizen who waits is told for what and until when: the machines, the time-stamp that is missing, an employee, or one who is late. */
import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import i18next from 'i18next';
import { Waiting } from '../../../../renderer/citizen/steps/Waiting.tsx';
import { startTexts } from '../../../../renderer/citizen/texts/index.ts';
import { LANGUAGES } from '../../../../shared/domain/localized.ts';

const AT = '2026-11-22T09:05:00+05:00';
const SHOWN = '22.11.2026 09:05';
const MODERATION = { stage: 'moderation' as const, priority: 'normal' as const, dueAt: AT, reasons: [] };

afterAll(() => vi.unstubAllGlobals());

describe.each(LANGUAGES)('in %s', (language) => {
  beforeAll(() => {
    vi.stubGlobal('document', { documentElement: {} });
    startTexts(language);
  });
  const words = (key: string): string => i18next.t(`citizen:waiting.${key}`, { since: SHOWN, until: SHOWN });

  test.each<[string, ComponentProps<typeof Waiting>['stage'], string[], boolean]>([
    ['the comparison', { stage: 'comparison' }, ['comparison', 'comparisonText'], false],
    ['its time-stamp', { stage: 'comparison', sealAwaitedSince: AT }, ['sealing', 'sealingText', 'notify'], true],
    ['an employee', MODERATION, ['moderation', 'moderationText', 'notify'], true],
    ['one who is late', { ...MODERATION, escalatedAt: AT }, ['moderation', 'laterText', 'notify'], true],
    ['a second one', { stage: 'second-opinion', firstOperator: 'op-1', dueAt: AT, reasons: [] }, ['moderation', 'moderationText', 'notify'], true],
  ])('%s', (_, stage, expected, mayLeave) => {
    const drawn = renderToStaticMarkup(<Waiting stage={stage} />);
    const all = ['comparison', 'comparisonText', 'sealing', 'sealingText', 'moderation', 'moderationText', 'laterText', 'notify'];
    expect(all.filter((key) => drawn.includes(`>${words(key)}<`))).toEqual(expected);
    expect(drawn.includes('<button')).toBe(mayLeave);
  });
});
