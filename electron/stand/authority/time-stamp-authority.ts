/** Time-stamp authority (RFC 3161) under the NCA's policy for RSA with SHA-256. */
import { fromBER } from 'asn1js';
import { TimeStampReq } from 'pkijs';
import { bits, der, embedded, generalizedTime, int, nothing, octets, oid, seq } from './asn1.ts';
import type { IssuedCertificate } from './certificate.ts';
import { ALGORITHM, CMS, POLICY } from './oids.ts';
import { signData } from './signed-data.ts';

const STATUS = { granted: 0, rejection: 2 } as const;
const FAILURE_BIT = { badAlg: 0, badRequest: 2 } as const;
const DIGEST_LENGTHS: Record<string, number> = {
  [ALGORITHM.sha256]: 32,
  '2.16.840.1.101.3.4.2.2': 48,
  '2.16.840.1.101.3.4.2.3': 64,
};

export interface TimeStampInput {
  signer: IssuedCertificate;
  /** DER AlgorithmIdentifier and hash of what is stamped. */
  imprint: { algorithm: Uint8Array; hash: Uint8Array };
  serial: number;
  /** Content octets of the INTEGER, as asked. */
  nonce: Uint8Array | null;
  at: Date;
}

/** DER of the token. */
export function stamp(input: TimeStampInput): Promise<Uint8Array> {
  const info = seq(
    int(1),
    oid(POLICY.timeStampRsa),
    seq(embedded(input.imprint.algorithm), octets(input.imprint.hash)),
    int(input.serial),
    generalizedTime(input.at),
    ...(input.nonce === null ? [] : [int(input.nonce)]),
  );
  return signData({ signer: input.signer, contentType: CMS.tstInfo, content: der(info), signingTime: input.at });
}

export const sha256Imprint = (hash: Uint8Array): TimeStampInput['imprint'] => ({
  algorithm: der(seq(oid(ALGORITHM.sha256), nothing())),
  hash,
});

/** PKIFailureInfo: bit n of a named bit list. */
const refusal = (bit: number): Uint8Array => der(seq(seq(int(STATUS.rejection), bits(Uint8Array.of(0x80 >> bit), 7 - bit))));

export async function respondTsp(
  requestDer: Uint8Array,
  stampAsked: (asked: { imprint: TimeStampInput['imprint']; nonce: Uint8Array | null }) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const request = readRequest(requestDer);
  if (request === null) return refusal(FAILURE_BIT.badRequest);
  const { hashAlgorithm, hashedMessage } = request.messageImprint;
  const hash = hashedMessage.valueBlock.valueHexView;
  if (DIGEST_LENGTHS[hashAlgorithm.algorithmId] !== hash.length) return refusal(FAILURE_BIT.badAlg);
  const token = await stampAsked({
    imprint: { algorithm: new Uint8Array(hashAlgorithm.toSchema().toBER()), hash: new Uint8Array(hash) },
    nonce: request.nonce === undefined ? null : new Uint8Array(request.nonce.valueBlock.valueHexView),
  });
  return der(seq(seq(int(STATUS.granted)), embedded(token)));
}

function readRequest(requestDer: Uint8Array): TimeStampReq | null {
  const parsed = fromBER(requestDer);
  if (parsed.offset === -1) return null;
  try {
    return new TimeStampReq({ schema: parsed.result });
  } catch {
    return null;
  }
}
