/** OCSP responder (RFC 6960) with a delegated certificate of each issuer; answers as the NCA's does: nonce echoed, no nextUpdate. */
import { createHash } from 'node:crypto';
import { fromBER } from 'asn1js';
import { OCSPRequest, type Request } from 'pkijs';
import {
  type Asn1,
  bits,
  der,
  embedded,
  enumerated,
  explicit,
  generalizedTime,
  implicitOctets,
  nothing,
  octets,
  oid,
  seq,
} from './asn1.ts';
import { type AuthorityKey, extension, type IssuedCertificate, signatureOf, type Signer, signWith } from './certificate.ts';
import { ALGORITHM, EXTENSION, OCSP_BASIC } from './oids.ts';
import { REASON, type Register } from './register.ts';

export interface OcspAuthority {
  issuer: Signer;
  register: Register;
  responder(): Promise<IssuedCertificate<AuthorityKey>>;
}

const RESPONSE_STATUS = { malformedRequest: 1, unauthorized: 6 } as const;
const HASH_NAMES: Record<string, string> = { [ALGORITHM.sha1]: 'sha1', [ALGORITHM.sha256]: 'sha256' };

const refusal = (status: number): Uint8Array => der(seq(enumerated(status)));

export async function respondOcsp(requestDer: Uint8Array, authorities: readonly OcspAuthority[], now: Date): Promise<Uint8Array> {
  const request = readRequest(requestDer);
  const first = request?.tbsRequest.requestList[0];
  if (request === null || first === undefined) return refusal(RESPONSE_STATUS.malformedRequest);
  const authority = authorities.find((candidate) => isFor(first, candidate.issuer));
  if (authority === undefined) return refusal(RESPONSE_STATUS.unauthorized);
  const list = request.tbsRequest.requestList.filter((each) => isFor(each, authority.issuer));
  const extensions: Asn1[] = [extension(EXTENSION.ocspExtendedRevoke, nothing())];
  const nonce = request.tbsRequest.requestExtensions?.find((each) => each.extnID === EXTENSION.ocspNonce);
  if (nonce !== undefined) extensions.push(seq(oid(EXTENSION.ocspNonce), octets(nonce.extnValue.valueBlock.valueHexView)));
  const responder = await authority.responder();
  const data = seq(
    explicit(1, embedded(responder.subject)),
    generalizedTime(now),
    seq(...list.map((each) => singleResponse(each, authority.register, now))),
    explicit(1, seq(...extensions)),
  );
  const basic = seq(data, signatureOf(responder.key), bits(signWith(responder.key, der(data))), explicit(0, seq(embedded(responder.der))));
  return der(seq(enumerated(0), explicit(0, seq(oid(OCSP_BASIC), octets(der(basic))))));
}

function readRequest(requestDer: Uint8Array): OCSPRequest | null {
  const parsed = fromBER(requestDer);
  if (parsed.offset === -1) return null;
  try {
    return new OCSPRequest({ schema: parsed.result });
  } catch {
    return null;
  }
}

function isFor(request: Request, issuer: Signer): boolean {
  const hashName = HASH_NAMES[request.reqCert.hashAlgorithm.algorithmId];
  if (hashName === undefined) return false;
  const nameHash = createHash(hashName).update(issuer.subject).digest();
  return nameHash.equals(request.reqCert.issuerNameHash.valueBlock.valueHexView);
}

function singleResponse(request: Request, register: Register, now: Date): Asn1 {
  const status = register.statusOf(request.reqCert.serialNumber.valueBlock.valueHexView);
  return seq(embedded(new Uint8Array(request.reqCert.toSchema().toBER())), certStatus(status), generalizedTime(now));
}

function certStatus(status: ReturnType<Register['statusOf']>): Asn1 {
  if (status.state === 'good') return implicitOctets(0, new Uint8Array());
  // RFC 6960 2.2: a certificate never issued is answered as on hold since 1970.
  const [at, reason] =
    status.state === 'revoked' ? [status.revocation.at, status.revocation.reason] : [new Date(0), REASON.certificateHold];
  return explicit(1, generalizedTime(at), explicit(0, enumerated(reason)));
}
