/** Structures of 64 KB made to keep a reader busy, as a suite in the corpus format. */
import { type Asn1, der, explicit, implicitOctets, oid, seq, set, utf8 } from '../../../electron/stand/authority/asn1.ts';
import { extension } from '../../../electron/stand/authority/certificate.ts';
import { AUTHORITY, issue, NOW, SIGNER } from '../../unit/trust/trial/trial-authority.ts';
import { crl } from '../../unit/trust/trial/trial-evidence.ts';

const KB64 = 64 * 1024;
const header = (tag: number, length: number): Buffer => {
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Buffer.from(length < 0x80 ? [tag, length] : [tag, 0x80 | octets.length, ...octets]);
};
const wrap = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([header(tag, content.length), content]);
};
const filled = (piece: Buffer, bytes = KB64 - 600): Buffer => Buffer.concat(Array.from({ length: Math.floor(bytes / piece.length) }, () => piece));

/** Definite lengths, each inside the other. */
function nested(tag: number, depth: number): Buffer {
  let inner: Buffer = Buffer.alloc(0);
  for (let i = 0; i < depth; i += 1) inner = Buffer.concat([header(tag, inner.length), inner]);
  return inner;
}

const dns = (text: string): Asn1 => implicitOctets(2, Buffer.from(text));
const many = (count: number, make: (i: number) => Asn1): Asn1 => seq(...Array.from({ length: count }, (_, i) => make(i)));
const policy = (i: number): Asn1 => oid(`1.2.398.99.${i}`);
const value = (i: number): Asn1 => seq(oid('2.5.4.3'), utf8(`n${i}`));
const certificate = async (label: string, id: string, content: Asn1): Promise<Buffer> =>
  Buffer.from((await issue(label, null, { extensions: [...AUTHORITY, extension(id, content)] })).der);
const named = async (label: string, subject: Asn1): Promise<Buffer> => Buffer.from((await issue(label, null, { subject: Uint8Array.from(der(subject)) })).der);

const root = await issue('hostile', null);
const real = Buffer.from(root.der);
const limits = extension('2.5.29.30', seq(explicit(0, ...Array.from({ length: 4_500 }, (_, i) => seq(dns(`n${i}`))))));
const limiting = await issue('hostile-constraints', null, { extensions: [...AUTHORITY, limits] });
const constrained = Buffer.from(limiting.der);
/** All but the last are within the constraints. */
const alternative = extension('2.5.29.17', many(5_500, (i) => dns(i < 5_499 ? `n${i % 4_500}` : 'outside')));
const names = Buffer.from((await issue('hostile-names', limiting, { extensions: [...SIGNER, alternative] })).der);

/** What is asked, what it is made of, whether it can be read, and its bytes. */
const INPUTS: readonly [kind: string, input: string, expected: string, bytes: Buffer][] = [
  ['derparse', 'indefinite lengths inside each other', 'reject', Buffer.from('3080'.repeat(KB64 / 2), 'hex')],
  ['derparse', 'definite lengths inside each other', 'accept', nested(0x30, 12_000)],
  ['derparse', 'pieces of a streamed string inside each other', 'reject', Buffer.from('2480'.repeat(KB64 / 2), 'hex')],
  ['derparse', 'thirty thousand empty elements', 'accept', wrap(0x30, filled(Buffer.from('0500', 'hex')))],
  ['certparse', 'a name of thousands of parts', 'accept', await named('hostile-parts', many(1_500, (i) => set(value(i))))],
  ['certparse', 'a name of one part with thousands of values', 'accept', await named('hostile-values', seq(set(...Array.from({ length: 1_700 }, (_, i) => value(i)))))],
  ['certparse', 'thousands of alternative names', 'accept', names],
  ['certparse', 'thousands of name constraints', 'accept', constrained],
  ['certparse', 'thousands of policies', 'accept', await certificate('hostile-policies', '2.5.29.32', many(4_500, (i) => seq(policy(i))))],
  ['certparse', 'thousands of policy mappings', 'accept', await certificate('hostile-mappings', '2.5.29.33', many(2_500, (i) => seq(policy(i), policy(i + 1))))],
  ['certparse', 'thousands of purposes', 'accept', await certificate('hostile-purposes', '2.5.29.37', many(6_000, policy))],
  ['certparse', 'an object identifier of many kilobytes', 'reject', await certificate('hostile-oid', '2.5.29.37', seq(implicitOctets(0, Buffer.alloc(50_000, 0x81))))],
  ['crl', 'a list of thousands of entries of one serial', 'revoked', Buffer.from(crl({ signer: root, entries: Array.from({ length: 2_800 }, () => ({ serial: root.serial, at: NOW })) }))],
  ['cmsparse', 'a message that is all brackets', 'reject', Buffer.from(`308006092a864886f70d010702a080${'3080'.repeat(20_000)}`, 'hex')],
];

const blobs = [real, ...INPUTS.map(([, , , bytes]) => bytes)];
const common = { scope: 'core', time: NOW.toISOString(), certs: [], issuer: 0, cert: 0 };
/** Places of two of them among the blobs. */
const [NAMES, CONSTRAINED] = [names, constrained].map((bytes) => blobs.indexOf(bytes));

export const hostileSuite = {
  suite: 'hostile',
  blobs: blobs.map((bytes) => bytes.toString('base64')),
  cases: [
    { ...common, id: 'the certificate itself', kind: 'certparse', expect: 'accept', der: 0 },
    ...INPUTS.map(([kind, input, expected], i) => ({ ...common, id: input, kind, expect: expected, der: i + 1, crls: [i + 1], cms: i + 1 })),
    { ...common, id: 'names against constraints', kind: 'path', expect: 'reject', anchors: [CONSTRAINED], intermediates: [], leaf: NAMES, crls: [] },
  ],
};
export const largestHostileInput = Math.max(...blobs.map((bytes) => bytes.length));
