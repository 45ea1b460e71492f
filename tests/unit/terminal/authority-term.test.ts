/** How long an authority lasts, as doctor and the list of the trust store tell it. */
import { describe, expect, it } from 'vitest';
import { firstToEnd, termOf } from '../../../electron/shell-terminal/trust/authority-term.ts';
import { issue } from '../trust/trial/trial-authority.ts';

const END = new Date('2026-12-31T00:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const daysBefore = (days: number): Date => new Date(END.getTime() - days * DAY_MS);

describe('the term of an authority', () => {
  it('is told sixty days ahead of its end', async () => {
    const { der } = await issue('Term', null, { notAfter: END });
    const stateAt = (now: Date) => termOf(der, now).state;
    expect(termOf(der, daysBefore(60))).toEqual({ until: '2026-12-31', state: 'in-force' });
    expect(stateAt(new Date(daysBefore(60).getTime() + 1))).toBe('ending');
    expect(stateAt(new Date(END.getTime() - 1))).toBe('ending');
    expect(stateAt(END)).toBe('ended');
  });

  it('counts for the one that ends first of those in force', () => {
    const ended = { until: '2025-06-25', state: 'ended' } as const;
    const ending = { until: '2026-12-31', state: 'ending' } as const;
    const lasting = { until: '2045-09-08', state: 'in-force' } as const;
    expect(firstToEnd([lasting, ended, ending])).toBe(ending);
    expect(firstToEnd([ended, lasting])).toBe(lasting);
    expect(firstToEnd([ended])).toBeNull();
  });
});
