/** Which set of numbers is in force, and which sets are refused as nonsense. */
import { describe, expect, it } from 'vitest';
import policyFile from '../../../resources/policy/policy.json' with { type: 'json' };
import { PolicyFile, type PolicyNumberName, type PolicySet, policyAt } from '../../../shared/domain/policy.ts';

const shipped = PolicyFile.parse(policyFile).sets[0]!;

const set = (version: string, effectiveFrom: string, effectiveUntil: string | null = null): PolicySet => ({
  ...shipped,
  version,
  effectiveFrom,
  effectiveUntil,
});

const old = set('2025.1', '2025-01-01T00:00:00+05:00');
const present = set('2026.1', '2026-01-01T00:00:00+05:00', '2027-01-01T00:00:00+05:00');

describe('policy in force', () => {
  it.each([
    ['2024-12-31T18:59:59.999Z', '2025.1', false],
    ['2024-12-31T19:00:00.000Z', '2025.1', true],
    ['2025-12-31T18:59:59.999Z', '2025.1', true],
    ['2025-12-31T19:00:00.000Z', '2026.1', true],
    ['2026-12-31T18:59:59.999Z', '2026.1', true],
    ['2026-12-31T19:00:00.000Z', '2026.1', false],
  ])('at %s is %s (%s), by the hour of Almaty', (at, version, inForce) => {
    expect(policyAt([old, present], new Date(at))).toMatchObject({ version, inForce });
    expect(policyAt([present, old], new Date(at))).toMatchObject({ version, inForce });
  });

  it('is not continued by an older set without an end', () => {
    const at = new Date('2027-01-01T00:00:00Z');
    expect(policyAt([old, present], at).inForce).toBe(false);
    expect(policyAt([old], at).inForce).toBe(true);
  });

  it('hands out bare numbers', () => {
    const { numbers } = policyAt([shipped], new Date('2026-11-22T00:00:00Z'));
    expect(numbers.autoLockMs).toBe(180_000);
    expect(Object.keys(numbers)).toEqual(Object.keys(shipped.settings));
  });
});

describe('a file of sets', () => {
  const accepts = (...sets: PolicySet[]) => PolicyFile.safeParse({ sets }).success;

  it('names each version once', () => {
    expect(accepts(old, { ...present, version: old.version })).toBe(false);
    expect(accepts(old, present)).toBe(true);
  });

  it('lets no two sets begin together, however the hour is written', () => {
    expect(accepts(old, { ...present, effectiveFrom: '2024-12-31T19:00:00Z' })).toBe(false);
    expect(accepts(old, { ...present, effectiveFrom: '2024-12-31T19:00:01Z' })).toBe(true);
  });

  it('holds at least one', () => expect(accepts()).toBe(false));
});

describe('a set of numbers', () => {
  const withNumber = (name: PolicyNumberName, value: number) => ({
    sets: [{ ...shipped, settings: { ...shipped.settings, [name]: { value, source: 'for this test only' } } }],
  });
  const { settings } = shipped;

  it.each<[PolicyNumberName, number, number]>([
    ['autoLockWarningMs', settings.autoLockMs.value, settings.autoLockMs.value - 1],
    ['autoClearWarningMs', settings.autoClearMs.value + 1, settings.autoClearMs.value],
    ['codeAttemptsBeforeBlock', settings.codeAttemptsBeforeDelay.value, settings.codeAttemptsBeforeDelay.value + 1],
    ['clockWarnMs', settings.clockRefuseMs.value, settings.clockRefuseMs.value - 1],
    ['markRetryMaxMs', settings.markRetryMs.value - 1, settings.markRetryMs.value],
    ['signInAttempts', 0, 1],
    ['stillCheckingMs', 0.5, 1],
  ])('refuses %s of %d and accepts %d', (name, refused, accepted) => {
    expect(PolicyFile.safeParse(withNumber(name, refused)).success).toBe(false);
    expect(PolicyFile.safeParse(withNumber(name, accepted)).success).toBe(true);
  });

  it('wants a reason for every number', () => {
    const bare = { sets: [{ ...shipped, settings: { ...settings, signInAttempts: { value: 5, source: '' } } }] };
    expect(PolicyFile.safeParse(bare).success).toBe(false);
  });
});
