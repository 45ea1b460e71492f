/** Complete CRLs (RFC 5280 5) of one issuing certificate. */
import { type Asn1, bits, der, embedded, enumerated, explicit, int, seq, time } from './asn1.ts';
import { authorityKey, extension, type IssuedCertificate, rsaSha256, signWith } from './certificate.ts';
import { EXTENSION } from './oids.ts';
import type { Register, Revocation } from './register.ts';

const LIFETIME_MS = 24 * 60 * 60 * 1000;

export function publishCrl(issuer: IssuedCertificate, register: Register, now: Date): Uint8Array {
  const revocations = register.revocations();
  const tbs = seq(
    int(1),
    rsaSha256(),
    embedded(issuer.subject),
    time(now),
    time(new Date(now.getTime() + LIFETIME_MS)),
    // An empty list is left out, not written empty (RFC 5280 5.1.2.6).
    ...(revocations.length > 0 ? [seq(...revocations.map(entry))] : []),
    explicit(0, seq(authorityKey(issuer.key.keyId), extension(EXTENSION.crlNumber, int(Math.floor(now.getTime() / 1000))))),
  );
  return der(seq(tbs, rsaSha256(), bits(signWith(issuer.key, der(tbs)))));
}

const entry = (revocation: Revocation): Asn1 =>
  seq(int(revocation.serial), time(revocation.at), seq(extension(EXTENSION.reasonCode, enumerated(revocation.reason))));
