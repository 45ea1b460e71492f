/** The rules of the portals' signing service as lines for people. */
import type { PortalPolicy } from '../../../shared/domain/signing/portal-policy.ts';
import { fill } from '../texts/index.ts';
import type { SigningText } from '../texts/signing/index.ts';

export const ruleLines = (policy: PortalPolicy, path: string, text: SigningText): string[] => [
  policy.enabled ? text.state.on : text.state.off,
  fill(text.policy, { path }),
  text.unknownOrigins[policy.unknownOrigins],
  ...policy.origins.map(({ origin, decision }) => fill(text.origin[decision], { origin })),
];
