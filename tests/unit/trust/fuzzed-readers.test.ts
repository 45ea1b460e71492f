/** Readers of DER, certificates, lists and OCSP answers: whatever the bytes, an answer or Malformed, and never another exception. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definiteLengths } from '../../../electron/core/trust/asn1/ber-envelope.ts';
import { type Bytes, DerReader, Malformed } from '../../../electron/core/trust/asn1/der.ts';
import { everyCertificateFault } from '../../../electron/core/trust/path/path-rules.ts';
import { nameConstraintFault } from '../../../electron/core/trust/path/name-constraints.ts';
import { judgePolicies } from '../../../electron/core/trust/path/path-policies.ts';
import { readOcspResponse } from '../../../electron/core/trust/revocation/ocsp-response.ts';
import { readCrl } from '../../../electron/core/trust/revocation/read-crl.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { profileOf } from '../../../electron/core/trust/x509/certificate-profile.ts';
import { distributionPointsOf } from '../../../electron/core/trust/x509/distribution-points.ts';
import { explicit, implicitOctets, oid, seq } from '../../../electron/stand/authority/asn1.ts';
import { extension } from '../../../electron/stand/authority/certificate.ts';
import { ADDRESSES, AUTHORITY, issue, NOW, SIGNER } from './trial-authority.ts';
import { crl, crlNumber, entryOf, hoursFromNow, issuingDistributionPoint, flag, ocspAnswer, reasonCode } from './trial-evidence.ts';

const dns = (name: string) => implicitOctets(2, new TextEncoder().encode(name));
const CONSTRAINED = [...AUTHORITY, extension('2.5.29.30', seq(explicit(0, seq(dns('trial.test')))), true)];
const POLICIES = extension('2.5.29.32', seq(seq(oid('1.2.398.3.3.2'))));

const root = await issue('fuzz-root', null, { extensions: CONSTRAINED });
const leaf = await issue('fuzz-leaf', root, { extensions: [...SIGNER, ...ADDRESSES, POLICIES, extension('2.5.29.17', seq(dns('a.trial.test')))] });

async function certificate(bytes: Bytes): Promise<void> {
  const read = readCertificate(bytes);
  everyCertificateFault(read, NOW, null);
  nameConstraintFault([read, readCertificate(root.der)], { comparisons: 1_000 });
  judgePolicies([read, readCertificate(root.der)], {});
  distributionPointsOf(read);
  await profileOf(read);
}

function list(bytes: Bytes): void {
  const read = readCrl(bytes);
  for (const serial of ['', '00', '0102', Buffer.from(leaf.serial).toString('hex')]) read.entry(serial, read.issuer.canonical);
}

function asn1(bytes: Bytes): void {
  for (const element of new DerReader(definiteLengths(bytes)).rest()) new DerReader(element.content).rest();
}

const READERS: readonly { name: string; read(bytes: Bytes): void | Promise<void>; seed: Uint8Array }[] = [
  { name: 'a certificate', read: certificate, seed: leaf.der },
  { name: 'a certificate of an authority', read: certificate, seed: root.der },
  {
    name: 'a revocation list',
    read: list,
    seed: crl({
      signer: root,
      entries: [{ serial: leaf.serial, at: hoursFromNow(-2), extensions: [reasonCode(1), entryOf(root.subject)] }],
      extensions: [crlNumber(3), issuingDistributionPoint(flag(4))],
    }),
  },
  { name: 'an OCSP answer', read: (bytes) => void readOcspResponse(bytes), seed: ocspAnswer({ signer: root, singles: [{ about: leaf, issuer: root }], certificates: [leaf] }) },
  { name: 'ASN.1 with indefinite lengths', read: asn1, seed: Uint8Array.from(Buffer.from(`3080${'2480'.repeat(5)}0401ff${'0000'.repeat(6)}`, 'hex')) },
];

/** Octets changed, pieces repeated, cut out or moved: what a fuzzer does, and what attackers do on purpose. */
const mutations = (seed: Uint8Array): fc.Arbitrary<Bytes> => {
  const place = fc.nat(seed.length - 1);
  const change = fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(([at, to]) => (bytes: number[]) => bytes.splice(at, 1, to));
  const cut = fc.tuple(place, fc.nat(40)).map(([at, count]) => (bytes: number[]) => bytes.splice(at, count));
  const repeat = fc.tuple(place, fc.nat(60), place).map(([at, count, to]) => (bytes: number[]) => bytes.splice(to, 0, ...bytes.slice(at, at + count)));
  return fc.array(fc.oneof({ weight: 4, arbitrary: change }, cut, repeat), { minLength: 1, maxLength: 4 }).map((steps) => {
    const bytes = [...seed];
    for (const step of steps) step(bytes);
    return Uint8Array.from(bytes);
  });
};

async function isAnswered(read: (bytes: Bytes) => void | Promise<void>, bytes: Bytes): Promise<boolean> {
  try {
    await read(bytes);
    return true;
  } catch (error) {
    return error instanceof Malformed;
  }
}

describe.each(READERS)('$name', ({ read, seed }) => {
  it('is read as it is', async () => {
    await read(Uint8Array.from(seed));
    expect(seed.length).toBeGreaterThan(10);
  });

  it('changed in any way gets an answer', async () => {
    await fc.assert(
      fc.asyncProperty(mutations(seed), (bytes) => isAnswered(read, bytes)),
      { numRuns: 600 },
    );
  });

  it('cut short anywhere gets an answer', async () => {
    for (let length = 0; length < seed.length; length += 1) expect(await isAnswered(read, Uint8Array.from(seed.subarray(0, length)))).toBe(true);
  });

  it('of any bytes at all gets an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => isAnswered(read, Uint8Array.from(bytes))),
      { numRuns: 300 },
    );
  });
});
