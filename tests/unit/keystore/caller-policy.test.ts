/** Who may ask for signatures: the administrator first, then what a person said, else the question. */
import { describe, expect, it } from 'vitest';
import { callerStanding } from '../../../electron/core/keystore/signing/desk/caller-policy.ts';
import { type PortalPolicy, PORTALS_OFF } from '../../../shared/domain/signing/portal-policy.ts';

const site = (origin: string) => ({ kind: 'site', origin }) as const;
const policy = (change: Partial<PortalPolicy> = {}): PortalPolicy => ({ ...PORTALS_OFF, enabled: true, ...change });
const allow = (origin: string) => ({ origin, decision: 'allow' }) as const;
const deny = (origin: string) => ({ origin, decision: 'deny' }) as const;
const EGOV = site('https://egov.kz');

describe('a page', () => {
  it.each([
    ['named', policy({ origins: [allow('https://egov.kz')] }), EGOV, { is: 'allowed' }],
    ['under a named one', policy({ origins: [allow('https://*.gov.kz')] }), site('https://pki.gov.kz'), { is: 'allowed' }],
    ['of the bare name', policy({ origins: [allow('https://*.gov.kz')] }), site('https://gov.kz'), { is: 'unknown', remembered: true }],
    ['that only ends alike', policy({ origins: [allow('https://*.gov.kz')] }), site('https://evilgov.kz'), { is: 'unknown', remembered: true }],
    ['of another scheme', policy({ origins: [allow('https://egov.kz')] }), site('http://egov.kz'), { is: 'unknown', remembered: true }],
    ['of another port', policy({ origins: [allow('https://egov.kz')] }), site('https://egov.kz:8443'), { is: 'unknown', remembered: true }],
    ['refused, though more is allowed', policy({ origins: [allow('https://*.kz'), deny('https://egov.kz')] }), EGOV, { is: 'denied', by: 'policy' }],
    ['nobody named, where only the named may', policy({ unknownOrigins: 'deny' }), EGOV, { is: 'denied', by: 'policy' }],
    ['out of a file', policy(), site('null'), { is: 'unknown', remembered: false }],
  ])('%s', (_, rules, caller, standing) => {
    expect(callerStanding(caller, rules, [])).toStrictEqual(standing);
  });

  it('is remembered as the person said, and the administrator’s word is above it', () => {
    const no = [deny('https://egov.kz')];
    const yes = [allow('https://egov.kz')];
    expect(callerStanding(EGOV, policy(), yes)).toStrictEqual({ is: 'allowed' });
    expect(callerStanding(EGOV, policy(), no)).toStrictEqual({ is: 'denied', by: 'person' });
    expect(callerStanding(EGOV, policy({ origins: yes }), no)).toStrictEqual({ is: 'allowed' });
    expect(callerStanding(EGOV, policy({ origins: no }), yes)).toStrictEqual({ is: 'denied', by: 'policy' });
  });
});

it('a program is asked about each time, or refused', () => {
  const program = { kind: 'program', name: '1cv8' } as const;
  expect(callerStanding(program, policy(), [])).toStrictEqual({ is: 'unknown', remembered: false });
  expect(callerStanding(program, policy({ programs: 'deny' }), [])).toStrictEqual({ is: 'denied', by: 'policy' });
});
