/** Complete and delta CRLs (RFC 5280 5) of one issuing certificate. */
import { type Asn1, bits, der, embedded, enumerated, explicit, int, seq, time } from './asn1.ts';
import { authorityKey, extension, signatureOf, type Signer, signWith } from './certificate.ts';
import { EXTENSION } from './oids.ts';
import type { Register, Revocation } from './register.ts';

/** Numbers of lists are the seconds they were made at; this one is older than any. */
const FIRST_NUMBER = 1;
const LIFETIME_MS = 24 * 60 * 60 * 1000;

/**
 * @param kind a delta names every revocation there is, on top of the very first complete list: right for each later one (RFC 5280 5.2.4)
 */
export function publishCrl(issuer: Signer, register: Register, now: Date, kind: 'complete' | 'delta' = 'complete'): Uint8Array {
  const delta = kind === 'delta' ? [extension(EXTENSION.deltaCrlIndicator, int(FIRST_NUMBER), true)] : [];
  const revocations = register.revocations();
  const tbs = seq(
    int(1),
    signatureOf(issuer.key),
    embedded(issuer.subject),
    time(now),
    time(new Date(now.getTime() + LIFETIME_MS)),
    // An empty list is left out, not written empty (RFC 5280 5.1.2.6).
    ...(revocations.length > 0 ? [seq(...revocations.map(entry))] : []),
    explicit(0, seq(authorityKey(issuer.key.keyId), extension(EXTENSION.crlNumber, int(Math.floor(now.getTime() / 1000))), ...delta)),
  );
  return der(seq(tbs, signatureOf(issuer.key), bits(signWith(issuer.key, der(tbs)))));
}

const entry = (revocation: Revocation): Asn1 =>
  seq(int(revocation.serial), time(revocation.at), seq(extension(EXTENSION.reasonCode, enumerated(revocation.reason))));
