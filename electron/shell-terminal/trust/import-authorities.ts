/** Takes offered certificates into the trust store, each only if its fingerprint is pinned for the environment. */
import { X509Certificate } from 'node:crypto';
import type { TrustPin } from '../../../shared/domain/trust/trust-pin.ts';
import { readTrustStore, storeAuthority } from '../../adapters/trust-store.ts';
import { fingerprintOf, pinOf } from '../../core/anchor-policy.ts';
import { undetermined } from '../command-failure.ts';
import type { Terminal } from '../terminal.ts';
import { fill } from '../texts/index.ts';
import { pinName } from './pin-name.ts';
import type { TrustPlace } from './trust-place.ts';

/** Bytes somebody named, and how to call them; an address that did not answer has none. */
export interface Offer {
  source: string;
  bytes: Uint8Array | null;
}

export type ImportRefusal = 'unreachable' | 'not-a-certificate' | 'not-pinned' | 'other-environment';

export type Imported =
  | { source: string; outcome: 'imported' | 'present'; sha256: string; pin: TrustPin }
  | { source: string; outcome: 'refused'; reason: ImportRefusal; sha256: string | null; pin: TrustPin | null };

/** @throws {CommandFailure} when the store cannot be read or written */
export async function importAuthorities(offers: readonly Offer[], place: TrustPlace): Promise<Imported[]> {
  const imported: Imported[] = [];
  try {
    const present = new Set((await readTrustStore(place.directory, place.environment, place.pins)).authorities.map(({ pin }) => pin.sha256));
    for (const { source, certificate, reason } of offers.flatMap(certificatesOf)) {
      if (certificate === null) {
        imported.push({ source, outcome: 'refused', reason, sha256: null, pin: null });
        continue;
      }
      const judged = judge(source, certificate, place, present);
      if (judged.outcome === 'imported') await storeAuthority(place.directory, certificate);
      present.add(fingerprintOf(certificate));
      imported.push(judged);
    }
  } catch (cause) {
    throw undetermined('data-unwritable', place.directory, { cause });
  }
  return imported;
}

function judge(source: string, certificate: Uint8Array, { environment, allPins }: TrustPlace, present: ReadonlySet<string>): Imported {
  const sha256 = fingerprintOf(certificate);
  const pin = pinOf(certificate, allPins);
  if (pin === null) return { source, outcome: 'refused', reason: 'not-pinned', sha256, pin };
  if (pin.environment !== environment) return { source, outcome: 'refused', reason: 'other-environment', sha256, pin };
  return { source, outcome: present.has(sha256) ? 'present' : 'imported', sha256, pin };
}

type Candidate = { source: string } & ({ certificate: Uint8Array; reason: null } | { certificate: null; reason: ImportRefusal });

/** DER holds one certificate, PEM (RFC 7468) any number of them. */
function certificatesOf({ source, bytes }: Offer): Candidate[] {
  if (bytes === null) return [{ source, certificate: null, reason: 'unreachable' }];
  const blocks = Buffer.from(bytes).toString('latin1').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  return (blocks ?? [bytes]).map((block) => {
    try {
      return { source, certificate: new Uint8Array(new X509Certificate(block).raw), reason: null };
    } catch {
      return { source, certificate: null, reason: 'not-a-certificate' };
    }
  });
}

export function importLine(imported: Imported, terminal: Terminal): string {
  const { trust } = terminal.text;
  const { source, pin } = imported;
  const name = pin === null ? (imported.sha256 ?? '') : pinName(pin, terminal);
  if (imported.outcome !== 'refused') return fill(trust[imported.outcome], { source, name });
  return fill(trust.refused, { source, reason: fill(trust.reason[imported.reason], { name }) });
}
