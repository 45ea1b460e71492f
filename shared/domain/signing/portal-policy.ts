/** The administrator's rules of the signing service of the portals; without them the service is off. */
import { z } from 'zod';

/** Scheme, host and port as a browser sends them in `Origin`; a host may begin with `*.` for all names under it. */
const OriginPattern = z.string().regex(/^https?:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d{1,5})?$/, 'an origin such as https://egov.kz or https://*.gov.kz');

export const PortalPolicy = z.strictObject({
  enabled: z.boolean(),
  origins: z.array(z.strictObject({ origin: OriginPattern, decision: z.enum(['allow', 'deny']) })),
  /** Pages no rule names. */
  unknownOrigins: z.enum(['ask', 'deny']),
  /** Programs of this machine that connect without being a page. */
  programs: z.enum(['ask', 'deny']),
  /** Whether a caller that asks for it may get a signature by a key whose certificate has ended, or was revoked. */
  allowExpiredKeys: z.boolean(),
  allowRevokedKeys: z.boolean(),
});
export type PortalPolicy = z.infer<typeof PortalPolicy>;

export const PORTALS_OFF: PortalPolicy = {
  enabled: false,
  origins: [],
  unknownOrigins: 'ask',
  programs: 'ask',
  allowExpiredKeys: false,
  allowRevokedKeys: false,
};
