/** The operator's own signature over what they decided: CAdES-T, detached, by the key they signed in with. */
import type { Clock } from '../../../ports/clock.ts';
import type { SigningPorts } from '../../../ports/signing-ports.ts';
import type { SigningKey } from '../signing-key.ts';
import { signCms } from './cms/sign-cms.ts';

/** Null where the key is closed, or an authority of time is named and does not answer: without its time a signature proves less than it seems to. */
export async function signManifest(
  manifest: Uint8Array,
  key: SigningKey | null,
  { clock, signing }: { clock: Clock; signing: Pick<SigningPorts, 'timeStamps'> },
): Promise<Uint8Array | null> {
  const scheme = key?.schemes[0];
  if (key === null || scheme === undefined) return null;
  const signed = await signCms(new Uint8Array(manifest), { key, scheme, attached: false, at: clock.now(), timeStamps: signing.timeStamps });
  return signed.ok ? signed.value : null;
}
