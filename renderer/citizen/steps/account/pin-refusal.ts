/** What the service found wrong with a PIN; null where it refused for another reason. */
import type { PinFault } from '../../../../shared/domain/issuance/account-pin.ts';
import type { PortalFailure } from '../../portal/portal-client.ts';

export function pinRefusal(failure: PortalFailure): PinFault | null {
  if (!('status' in failure) || failure.status !== 422) return null;
  return (failure.body as { fault?: PinFault }).fault ?? null;
}
