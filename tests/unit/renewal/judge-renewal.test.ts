/** The edges of the pilot's rule, in the days of Asia/Almaty, and what is said when the rule itself is over. */
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRenewal, type RenewalQuestion } from '../../../electron/core/renewal/index.ts';
import { RenewalRuleFile } from '../../../shared/domain/renewal/renewal-rule.ts';

const { rules } = RenewalRuleFile.parse(JSON.parse(await readFile('resources/policy/renewal.json', 'utf8')));
const own = (expiresOn: string): RenewalQuestion => ({ expiresOn, reason: 'expiry', own: true });
/** Noon in Asia/Almaty. */
const noon = (day: string): Date => new Date(`${day}T12:00:00+05:00`);

describe('around the last day of validity', () => {
  it.each([
    ['2025-10-15', '2025-09-14', 'too-early'],
    ['2025-10-15', '2025-09-15', 'allowed'],
    ['2025-10-15', '2025-10-15', 'allowed'],
    ['2025-10-15', '2025-10-25', 'allowed'],
    ['2025-10-15', '2025-10-26', 'too-late'],
    ['2026-02-28', '2026-01-28', 'too-early'],
    ['2026-02-28', '2026-01-29', 'allowed'],
  ])('a card valid until %s asked about on %s is %s', (expiresOn, today, answer) =>
    expect(judgeRenewal(rules, own(expiresOn), noon(today)).answer).toBe(answer),
  );

  it('says from and until when', () => {
    expect(judgeRenewal(rules, own('2025-10-15'), noon('2025-09-01'))).toEqual({ answer: 'too-early', firstDay: '2025-09-15', ruleVersion: 'pilot-2025' });
    expect(judgeRenewal(rules, own('2025-10-15'), noon('2025-11-01'))).toEqual({ answer: 'too-late', lastDay: '2025-10-25', ruleVersion: 'pilot-2025' });
  });

  it('counts the day that it is in Almaty, not in Greenwich', () => {
    expect(judgeRenewal(rules, own('2025-10-15'), new Date('2025-09-14T18:59:59Z')).answer).toBe('too-early');
    expect(judgeRenewal(rules, own('2025-10-15'), new Date('2025-09-14T19:00:00Z')).answer).toBe('allowed');
  });

  it('takes a card that ends on 29 February by the calendar', () => {
    const leap = [{ ...rules[0]!, effectiveFrom: '2027-01-01', effectiveUntil: null }];
    expect(judgeRenewal(leap, own('2028-02-29'), noon('2028-01-30')).answer).toBe('allowed');
    expect(judgeRenewal(leap, own('2028-02-29'), noon('2028-01-29')).answer).toBe('too-early');
    expect(judgeRenewal(leap, own('2028-02-29'), noon('2028-03-10')).answer).toBe('allowed');
    expect(judgeRenewal(leap, own('2028-02-29'), noon('2028-03-11')).answer).toBe('too-late');
  });

  it('allows exactly the days between both edges, whatever the card', () => {
    const day = fc.date({ min: new Date('2025-07-01'), max: new Date('2026-01-15'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: -45, max: 45 }), (expiry, shift) => {
        const expiresOn = expiry.toISOString().slice(0, 10);
        const today = new Date(noon(expiresOn).getTime() + shift * 86_400_000);
        expect(judgeRenewal(rules, own(expiresOn), today).answer === 'allowed').toBe(shift >= -30 && shift <= 10);
      }),
    );
  });
});

describe('what the rule does not cover', () => {
  it('refuses another reason and another person, whose twin it takes', () => {
    const today = noon('2025-10-15');
    expect(judgeRenewal(rules, { ...own('2025-10-15'), reason: 'loss' }, today).answer).toBe('other-reason');
    expect(judgeRenewal(rules, { ...own('2025-10-15'), own: false }, today).answer).toBe('not-own');
    expect(judgeRenewal(rules, own('2025-10-15'), today).answer).toBe('allowed');
  });

  it('ends with its last day: from the next on it neither allows nor refuses', () => {
    expect(judgeRenewal(rules, own('2026-03-05'), noon('2026-03-01')).answer).toBe('allowed');
    expect(judgeRenewal(rules, own('2026-03-05'), noon('2026-03-02'))).toEqual({ answer: 'ended', lastDay: '2026-03-01', ruleVersion: 'pilot-2025' });
  });

  it('had not begun before its first day', () => expect(judgeRenewal(rules, own('2025-05-30'), noon('2025-05-27')).answer).toBe('not-begun'));

  it('gives way to a later rule', () => {
    const later = { ...rules[0]!, version: 'law-2026', effectiveFrom: '2026-07-01', effectiveUntil: null, daysBeforeExpiry: 60 };
    expect(judgeRenewal([later, ...rules], own('2026-09-01'), noon('2026-07-10'))).toEqual({ answer: 'allowed', lastDay: '2026-09-11', ruleVersion: 'law-2026' });
  });
});
