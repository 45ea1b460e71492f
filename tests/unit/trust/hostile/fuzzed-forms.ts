/** What fuzzing begins with: a good one of each form that a reader takes, and how it is read or judged. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readKeyFile } from '../../../../electron/core/keystore/pkcs12/read-key-file.ts';
import { readBasicsOrder } from '../../../../electron/core/ncalayer/basics-order.ts';
import { argumentObject, readFrame } from '../../../../electron/core/ncalayer/frame.ts';
import { definiteLengths } from '../../../../electron/core/trust/asn1/ber-envelope.ts';
import { type Bytes, DerReader } from '../../../../electron/core/trust/asn1/der.ts';
import { Malformed } from '../../../../electron/core/trust/malformed.ts';
import { everyCertificateFault } from '../../../../electron/core/trust/path/path-rules.ts';
import { nameConstraintFault } from '../../../../electron/core/trust/path/name-constraints.ts';
import { judgePolicies } from '../../../../electron/core/trust/path/path-policies.ts';
import { readOcspResponse } from '../../../../electron/core/trust/revocation/ocsp-response.ts';
import { readCrl } from '../../../../electron/core/trust/revocation/read-crl.ts';
import { readCertificate } from '../../../../electron/core/trust/x509/certificate.ts';
import { profileOf } from '../../../../electron/core/trust/x509/certificate-profile.ts';
import { distributionPointsOf } from '../../../../electron/core/trust/x509/distribution-points.ts';
import { explicit, implicitOctets, oid, seq } from '../../../../electron/stand/authority/asn1.ts';
import { extension } from '../../../../electron/stand/authority/certificate.ts';
import { ADDRESSES, AUTHORITY, issue, NOW, SIGNER } from '../trial/trial-authority.ts';
import { crl, crlNumber, entryOf, hoursFromNow, issuingDistributionPoint, flag, ocspAnswer, reasonCode } from '../trial/trial-evidence.ts';
import { verifyFile } from '../../../../electron/core/trust/file/verify-file.ts';
import { plainPdf, signedPdf } from '../../../fakes/documents/synthetic-pdf.ts';
import { TRIAL_PASSWORD, trialKey } from '../../../fakes/trial-signing-key.ts';
import { cmsOver } from '../pdf/trial-pdf.ts';
import { signed } from '../trial/trial-judgement.ts';
import { signedXml } from '../xml/trial-xml.ts';
import { signedZip } from '../zip/trial-zip.ts';

const dns = (name: string) => implicitOctets(2, new TextEncoder().encode(name));
const CONSTRAINED = [...AUTHORITY, extension('2.5.29.30', seq(explicit(0, seq(dns('trial.test')))), true)];
const POLICIES = extension('2.5.29.32', seq(seq(oid('1.2.398.3.3.2'))));

const root = await issue('fuzz-root', null, { extensions: CONSTRAINED });
const leaf = await issue('fuzz-leaf', root, { extensions: [...SIGNER, ...ADDRESSES, POLICIES, extension('2.5.29.17', seq(dns('a.trial.test')))] });

async function certificate(bytes: Bytes): Promise<void> {
  const read = readCertificate(bytes);
  everyCertificateFault(read, NOW, null);
  nameConstraintFault([read, readCertificate(root.der)], { names: 1_000 });
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

export interface FuzzedForm {
  name: string;
  seed: Uint8Array;
  read(bytes: Bytes): void | Promise<void>;
}

export const READERS: readonly FuzzedForm[] = [
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

/** Files are judged whole: whatever is in them, there is an answer and no exception. */
async function file(octets: Bytes): Promise<void> {
  const context = { store: { anchors: [readCertificate(root.der)], intermediates: [] }, revocation: { statusOf: async () => ({ state: 'good', asOf: NOW }) as const }, now: NOW };
  await verifyFile({ file: octets }, context);
}

export const FILES: readonly FuzzedForm[] = [
  { name: 'a CMS', read: file, seed: signed() },
  { name: 'a signed XML document', read: file, seed: Buffer.from(await signedXml()) },
  { name: 'a signed archive', read: file, seed: signedZip() },
  { name: 'a signed PDF file', read: file, seed: signedPdf(cmsOver, plainPdf(), { room: 3000 }) },
];

/** As the NCA makes it; the password is right, so that what is changed is reached. */
const { keyFile } = await trialKey('GOST-2015-512', NOW);
const BASICS = 'kz.gov.pki.knca.basics';
const SIGN_FRAME = '{"module":"kz.gov.pki.knca.basics","method":"sign","args":{"format":"cms","data":["MTEK","MjIK"],"signingParams":{"decode":"true"},"signerParams":{"extKeyUsageOids":[]},"locale":"ru"},"uuid":"42"}';
const RECORDED = new URL('../../../../../shared/data/ncalayer/frames.jsonl', import.meta.url);
/** The longest that was recorded of real pages, where they are beside the checkout. */
const frames = existsSync(RECORDED) ? readFileSync(RECORDED, 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { request: string }).request) : [];
const longest = frames.filter((text) => text.startsWith('{')).toSorted((a, b) => b.length - a.length).slice(0, 3);

function frame(octets: Bytes): void {
  const read = readFrame(new TextDecoder().decode(octets));
  const named = read.type === 'request' && read.request.module === BASICS ? argumentObject(read.request) : null;
  if (named !== null) readBasicsOrder(named);
}

/** What pages and persons bring to be signed with. */
export const SIGNING_INPUTS: readonly FuzzedForm[] = [
  { name: 'a key file', read: async (bytes) => void (await readKeyFile(bytes, TRIAL_PASSWORD)), seed: keyFile },
  { name: 'a frame of a page', read: frame, seed: Buffer.from(SIGN_FRAME) },
  ...longest.map((text, at) => ({ name: `recorded frame ${at + 1}`, read: frame, seed: Buffer.from(text) })),
];

/** Octets changed, pieces repeated, cut out or moved: what a fuzzer does, and what attackers do on purpose. @param most octets, to which pieces are repeated */
export const mutations = (seed: Uint8Array, most = seed.length + 240): fc.Arbitrary<Bytes> => {
  const place = fc.nat(seed.length - 1);
  const change = fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(([at, to]) => (bytes: number[]) => bytes.splice(at, 1, to));
  const cut = fc.tuple(place, fc.nat(40)).map(([at, count]) => (bytes: number[]) => bytes.splice(at, count));
  const repeat = fc.tuple(place, fc.nat(60), place).map(([at, count, to]) => (bytes: number[]) => bytes.splice(to, 0, ...bytes.slice(at, at + count)));
  const multiply = fc.tuple(place, fc.integer({ min: 1, max: 400 }), place).map(([at, count, to]) => (bytes: number[]) => {
    const piece = bytes.slice(at, at + count);
    const times = piece.length === 0 ? 0 : Math.floor((most - bytes.length) / piece.length);
    if (times > 0) bytes.splice(to, 0, ...Array.from({ length: times }, () => piece).flat());
  });
  const grown = most > 2 * seed.length ? [multiply] : [];
  return fc.array(fc.oneof({ weight: 4, arbitrary: change }, cut, repeat, ...grown), { minLength: 1, maxLength: 4 }).map((steps) => {
    const bytes = [...seed];
    for (const step of steps) step(bytes);
    return Uint8Array.from(bytes.slice(0, most));
  });
};

export async function isAnswered({ read }: FuzzedForm, bytes: Bytes): Promise<boolean> {
  try {
    await read(bytes);
    return true;
  } catch (error) {
    return error instanceof Malformed;
  }
}
