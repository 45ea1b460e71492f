/** OCSPResponse (RFC 6960 4.2), decoded strictly; nothing is judged here. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { type AlgorithmIdentifier, readAlgorithm } from '../algorithms/algorithms.ts';
import { type Extensions, readExtensions } from '../x509/certificate-extensions.ts';
import { type Bytes, complete, context, contextPrimitive, DerReader, type Element, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { timeOf } from '../asn1/der-times.ts';
import { integerOctets, readOid, readSmallInteger, smallInteger, wholeBits } from '../asn1/der-values.ts';
import { LIMITS } from '../limits.ts';
import { type Name, readName } from '../x509/names.ts';
import { OCSP_BASIC } from '../oids.ts';

export interface CertId {
  hashAlgorithm: string;
  issuerNameHash: Bytes;
  issuerKeyHash: Bytes;
  serialHex: string;
}

export type OcspStatus = { state: 'good' } | { state: 'unknown' } | { state: 'revoked'; at: Date; reason: number | null };

export interface SingleResponse {
  certId: CertId;
  status: OcspStatus;
  thisUpdate: Date;
  nextUpdate: Date | null;
  extensions: Extensions;
}

export interface BasicResponse {
  /** Signed part. */
  data: Bytes;
  signatureAlgorithm: AlgorithmIdentifier;
  signature: Bytes;
  certificates: Bytes[];
  responder: { by: 'name'; name: Name } | { by: 'key'; keyHash: Bytes };
  producedAt: Date;
  responses: SingleResponse[];
  extensions: Extensions;
}

/** A number is the responder's refusal to answer (OCSPResponseStatus). @throws {Malformed} */
export function readOcspResponse(input: Uint8Array): BasicResponse | number {
  const outer = readOnly(new Uint8Array(input), TAG.sequence);
  const status = smallInteger(outer.expect(TAG.enumerated));
  const wrapper = outer.optionalInside(context(0));
  outer.end();
  if (status !== 0) return status;
  if (wrapper === null) throw new Malformed('answer without a response');
  return complete(wrapper, (reader) =>
    complete(reader.inside(TAG.sequence), (bytes) => {
      if (readOid(bytes) !== OCSP_BASIC) throw new Malformed('response type');
      return complete(readOnly(bytes.expect(TAG.octetString).content, TAG.sequence), readBasic);
    }),
  );
}

function readBasic(reader: DerReader): BasicResponse {
  const data = reader.expect(TAG.sequence);
  const signatureAlgorithm = readAlgorithm(reader.expect(TAG.sequence));
  const signature = wholeBits(reader.expect(TAG.bitString));
  const certificates = reader.optionalInside(context(0))?.inside(TAG.sequence).rest() ?? [];
  if (certificates.length > LIMITS.embeddedCertificates) throw new Malformed('too many certificates');
  return {
    data: data.encoded,
    signatureAlgorithm,
    signature,
    certificates: certificates.map(({ encoded }) => encoded),
    ...complete(new DerReader(data.content), readData),
  };
}

function readData(reader: DerReader): Pick<BasicResponse, 'responder' | 'producedAt' | 'responses' | 'extensions'> {
  const version = reader.optionalInside(context(0));
  if (version !== null && readSmallInteger(version) !== 0) throw new Malformed('response version');
  const responder = readResponder(reader.element());
  const producedAt = timeOf(reader.expect(TAG.generalizedTime));
  const list = reader.inside(TAG.sequence);
  const responses: SingleResponse[] = [];
  while (!list.atEnd) responses.push(complete(list.inside(TAG.sequence), readSingle));
  return { responder, producedAt, responses, extensions: readOptionalExtensions(reader, 1) };
}

function readResponder({ tag, content }: Element): BasicResponse['responder'] {
  const inner = new DerReader(content);
  if (tag === context(1)) return { by: 'name', name: complete(inner, (reader) => readName(reader.element())) };
  if (tag === context(2)) return { by: 'key', keyHash: complete(inner, (reader) => reader.expect(TAG.octetString).content) };
  throw new Malformed('responder');
}

function readSingle(reader: DerReader): SingleResponse {
  const certId = complete(reader.inside(TAG.sequence), (inner) => ({
    hashAlgorithm: readAlgorithm(inner.expect(TAG.sequence)).oid,
    issuerNameHash: inner.expect(TAG.octetString).content,
    issuerKeyHash: inner.expect(TAG.octetString).content,
    serialHex: bytesToHex(integerOctets(inner.expect(TAG.integer))),
  }));
  const status = readStatus(reader.element());
  const thisUpdate = timeOf(reader.expect(TAG.generalizedTime));
  const nextField = reader.optionalInside(context(0));
  const nextUpdate = nextField === null ? null : complete(nextField, (inner) => timeOf(inner.expect(TAG.generalizedTime)));
  return { certId, status, thisUpdate, nextUpdate, extensions: readOptionalExtensions(reader, 1) };
}

function readStatus({ tag, content }: Element): OcspStatus {
  if ((tag === contextPrimitive(0) || tag === contextPrimitive(2)) && content.length === 0) {
    return { state: tag === contextPrimitive(0) ? 'good' : 'unknown' };
  }
  if (tag !== context(1)) throw new Malformed('status');
  return complete(new DerReader(content), (reader) => {
    const at = timeOf(reader.expect(TAG.generalizedTime));
    const reason = reader.optionalInside(context(0));
    return {
      state: 'revoked',
      at,
      reason: reason === null ? null : complete(reason, (inner) => smallInteger(inner.expect(TAG.enumerated))),
    };
  });
}

function readOptionalExtensions(reader: DerReader, tagNumber: number): Extensions {
  const field = reader.optionalInside(context(tagNumber));
  return field === null ? new Map() : complete(field, (inner) => readExtensions(inner.inside(TAG.sequence)));
}
