/** May this caller ask the person for a signature? The administrator's word comes first, then what the person said before. */
import type { PortalPolicy } from '../../../../../shared/domain/signing/portal-policy.ts';
import type { SigningCaller } from '../../../../../shared/domain/signing/signing-request.ts';
import type { SigningMemoryContent } from '../../../../ports/signing/signing-memory.ts';

export type CallerStanding =
  | { is: 'allowed' }
  | { is: 'denied'; by: 'policy' | 'person' }
  /** `remembered`: an answer may be kept. A program has no name that could not be anybody's. */
  | { is: 'unknown'; remembered: boolean };

export function callerStanding(caller: SigningCaller, policy: PortalPolicy, remembered: SigningMemoryContent['callers']): CallerStanding {
  switch (caller.kind) {
    case 'workstation':
      return { is: 'allowed' };
    case 'program':
      return policy.programs === 'deny' ? { is: 'denied', by: 'policy' } : { is: 'unknown', remembered: false };
    case 'site': {
      const rules = policy.origins.filter(({ origin }) => matches(origin, caller.origin));
      // A refusal is not undone by a wider permission.
      if (rules.some(({ decision }) => decision === 'deny')) return { is: 'denied', by: 'policy' };
      if (rules.length > 0) return { is: 'allowed' };
      if (policy.unknownOrigins === 'deny') return { is: 'denied', by: 'policy' };
      const said = remembered.find(({ origin }) => origin === caller.origin);
      // Pages out of files and sandboxes all call themselves `null`: an answer for one would be an answer for all.
      if (said === undefined) return { is: 'unknown', remembered: /^https?:/.test(caller.origin) };
      return said.decision === 'allow' ? { is: 'allowed' } : { is: 'denied', by: 'person' };
    }
  }
}

/** `https://*.gov.kz` is every name under gov.kz, and not gov.kz itself. */
function matches(pattern: string, origin: string): boolean {
  const star = pattern.indexOf('*.');
  if (star === -1) return pattern === origin;
  const scheme = pattern.slice(0, star);
  const ending = pattern.slice(star + 1);
  const host = origin.slice(scheme.length, origin.length - ending.length);
  return origin.startsWith(scheme) && origin.endsWith(ending) && /^[a-z0-9.-]+$/.test(host);
}
