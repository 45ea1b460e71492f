/** Objects on a token: private keys with the certificates that carry the same CKA_ID. */
import type { PKCS11, Template } from 'pkcs11js';
import { pkcs11 } from './pkcs11-library.ts';

/** Nobody keeps more on a token; a library that never ends its list must not hang the desk. */
const MOST_OBJECTS = 64;

export interface KeyObject {
  key: Buffer;
  label: string;
  certificate: Uint8Array<ArrayBuffer>;
}

function find(calls: PKCS11, session: Buffer, template: Template): Buffer[] {
  calls.C_FindObjectsInit(session, template);
  try {
    const found: Buffer[] = [];
    for (let object = calls.C_FindObjects(session); object !== null && found.length < MOST_OBJECTS; object = calls.C_FindObjects(session)) found.push(object as Buffer);
    return found;
  } finally {
    calls.C_FindObjectsFinal(session);
  }
}

function attribute(calls: PKCS11, session: Buffer, object: Buffer, type: number): Buffer {
  return calls.C_GetAttributeValue(session, object, [{ type }])[0]?.value as Buffer;
}

export function keysWithCertificates(calls: PKCS11, session: Buffer): KeyObject[] {
  const { CKA_CLASS, CKO_PRIVATE_KEY, CKO_CERTIFICATE, CKA_ID, CKA_LABEL, CKA_VALUE } = pkcs11();
  return find(calls, session, [{ type: CKA_CLASS, value: CKO_PRIVATE_KEY }]).flatMap((key) => {
    const id = attribute(calls, session, key, CKA_ID);
    const [certificate] = find(calls, session, [
      { type: CKA_CLASS, value: CKO_CERTIFICATE },
      { type: CKA_ID, value: id },
    ]);
    if (certificate === undefined) return [];
    const label = attribute(calls, session, key, CKA_LABEL).toString('utf8');
    return [{ key, label, certificate: new Uint8Array(attribute(calls, session, certificate, CKA_VALUE)) }];
  });
}

export function putCertificate(calls: PKCS11, session: Buffer, { id, label, subject, value }: { id: Buffer; label: string; subject: Uint8Array; value: Uint8Array }): void {
  const { CKA_CLASS, CKO_CERTIFICATE, CKA_CERTIFICATE_TYPE, CKC_X_509, CKA_TOKEN, CKA_PRIVATE, CKA_ID, CKA_LABEL, CKA_SUBJECT, CKA_VALUE } = pkcs11();
  calls.C_CreateObject(session, [
    { type: CKA_CLASS, value: CKO_CERTIFICATE },
    { type: CKA_CERTIFICATE_TYPE, value: CKC_X_509 },
    { type: CKA_TOKEN, value: true },
    { type: CKA_PRIVATE, value: false },
    { type: CKA_ID, value: id },
    { type: CKA_LABEL, value: label },
    { type: CKA_SUBJECT, value: Buffer.from(subject) },
    { type: CKA_VALUE, value: Buffer.from(value) },
  ]);
}

type PublicParts = { is: 'rsa'; modulus: Buffer; exponent: Buffer } | { is: 'ec'; parameters: Buffer; point: Buffer };

export interface MadePair {
  key: Buffer;
  id: Buffer;
  parts: PublicParts;
}

export interface WaitingKey {
  id: Buffer;
  label: string;
  parts: PublicParts;
}

/** Keys whose certificate has not come: of their public halves, which lie beside them under the same CKA_ID. */
export function keysWithoutCertificates(calls: PKCS11, session: Buffer): WaitingKey[] {
  const { CKA_CLASS, CKO_PUBLIC_KEY, CKO_CERTIFICATE, CKA_ID, CKA_LABEL, CKA_KEY_TYPE, CKK_RSA, CKK_EC } = pkcs11();
  return find(calls, session, [{ type: CKA_CLASS, value: CKO_PUBLIC_KEY }]).flatMap((key) => {
    const id = attribute(calls, session, key, CKA_ID);
    const certified = find(calls, session, [
      { type: CKA_CLASS, value: CKO_CERTIFICATE },
      { type: CKA_ID, value: id },
    ]);
    const type = attribute(calls, session, key, CKA_KEY_TYPE).readUInt32LE(0);
    if (certified.length > 0 || (type !== CKK_RSA && type !== CKK_EC)) return [];
    const label = attribute(calls, session, key, CKA_LABEL).toString('utf8');
    return [{ id, label, parts: partsOf(calls, session, key, type === CKK_RSA ? 'rsa' : 'ec') }];
  });
}

function partsOf(calls: PKCS11, session: Buffer, publicKey: Buffer, is: PublicParts['is']): PublicParts {
  const { CKA_MODULUS, CKA_PUBLIC_EXPONENT, CKA_EC_PARAMS, CKA_EC_POINT } = pkcs11();
  const read = (type: number): Buffer => attribute(calls, session, publicKey, type);
  return is === 'rsa' ? { is, modulus: read(CKA_MODULUS), exponent: read(CKA_PUBLIC_EXPONENT) } : { is, parameters: read(CKA_EC_PARAMS), point: read(CKA_EC_POINT) };
}

/** @param parameters of the curve, DER; or the length of an RSA modulus */
export function makePair(calls: PKCS11, session: Buffer, kind: { is: 'rsa'; bits: number } | { is: 'ec'; parameters: Buffer }, id: Buffer, label: string): MadePair {
  const p = pkcs11();
  const named = [
    { type: p.CKA_TOKEN, value: true },
    { type: p.CKA_ID, value: id },
    { type: p.CKA_LABEL, value: label },
  ];
  const kindOfPublic =
    kind.is === 'rsa'
      ? [
          { type: p.CKA_MODULUS_BITS, value: kind.bits },
          { type: p.CKA_PUBLIC_EXPONENT, value: Buffer.of(1, 0, 1) },
        ]
      : [{ type: p.CKA_EC_PARAMS, value: kind.parameters }];
  const pair = calls.C_GenerateKeyPair(
    session,
    { mechanism: kind.is === 'rsa' ? p.CKM_RSA_PKCS_KEY_PAIR_GEN : p.CKM_EC_KEY_PAIR_GEN },
    [...named, { type: p.CKA_VERIFY, value: true }, ...kindOfPublic],
    // Never out of the token, not even wrapped.
    [...named, { type: p.CKA_PRIVATE, value: true }, { type: p.CKA_SENSITIVE, value: true }, { type: p.CKA_EXTRACTABLE, value: false }, { type: p.CKA_SIGN, value: true }],
  );
  return { key: pair.privateKey, id, parts: partsOf(calls, session, pair.publicKey, kind.is) };
}
