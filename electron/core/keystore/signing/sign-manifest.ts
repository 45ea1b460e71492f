/** The signature over a decision: CAdES-T, detached, by the key the operator signed in with, or by the organisation's system where no person decided. */
import type { Clock } from '../../../ports/clock.ts';
import type { SigningPorts } from '../../../ports/signing/signing-ports.ts';
import type { SystemKey } from '../open-system-key.ts';
import { signCms } from './cms/sign-cms.ts';

/** Null where the key is closed, or an authority of time is named and does not answer: without its time a signature proves less than it seems to. */
export async function signManifest(
  manifest: Uint8Array,
  key: SystemKey | null,
  { clock, signing }: { clock: Clock; signing: Pick<SigningPorts, 'timeStamps'> },
): Promise<Uint8Array | null> {
  const scheme = key?.schemes[0];
  if (key === null || scheme === undefined) return null;
  const signed = await signCms(new Uint8Array(manifest), { key, scheme, attached: false, at: clock.now(), timeStamps: signing.timeStamps });
  return signed.ok ? signed.value : null;
}
