/** Cases of primitives: signatures under the closed table of algorithms, hashes, and the points and numbers of GOST. */
import { readAlgorithm } from '../../../electron/core/trust/algorithms/algorithms.ts';
import { readPublicKey } from '../../../electron/core/trust/algorithms/public-key.ts';
import { verifyValue } from '../../../electron/core/trust/algorithms/verify-value.ts';
import { DerReader, type Element, TAG } from '../../../electron/core/trust/asn1/der.ts';
import { Malformed } from '../../../electron/core/trust/malformed.ts';
import { wholeBits } from '../../../electron/core/trust/asn1/der-values.ts';
import { CURVE_2004_A, CURVE_256_A, CURVE_512_A, type GostCurve } from '../../../electron/core/trust/gost/curves.ts';
import { createGost341194, createGost3431195 } from '../../../electron/core/trust/gost/gost-34-311-95.ts';
import { readPoint, verifyGost3410 } from '../../../electron/core/trust/gost/gost-34-10.ts';
import { hashWhole, type IncrementalHash } from '../../../electron/core/trust/gost/incremental-hash.ts';
import { createStreebog256, createStreebog512 } from '../../../electron/core/trust/gost/streebog.ts';
import { signedBy } from '../../../electron/core/trust/path/signed-by.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { bytesToHex, hexToBytes } from '../../../shared/util/bytes.ts';
import { CRYPTO_PRO_S_BOX, FOREIGN_CURVES } from '../peers/foreign-gost-curves.ts';
import { accepted, type CaseJudge, reject } from './corpus-case.ts';

/** Cases of primitives have no time: what was acceptable once is asked for here, when it was so is the business of other cases. */
const ONCE = new Date('2010-01-01T00:00:00Z');

const element = (encoded: Uint8Array<ArrayBuffer>): Element => new DerReader(encoded).element();
const base64 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64'));

export const judgeSignature: CaseJudge = async (corpus, { spki, sigAlgDer, sigBits, sig, msg }) => {
  try {
    const answer = await verifyValue({
      algorithm: readAlgorithm(element(base64(sigAlgDer))),
      digest: null,
      key: readPublicKey(element(typeof spki === 'number' ? corpus.blob(spki) : spki)),
      data: hexToBytes(msg),
      value: sigBits === undefined ? hexToBytes(sig) : wholeBits(new DerReader(base64(sigBits)).expect(TAG.bitString)),
      madeBy: ONCE,
    });
    return accepted(answer.is === 'right', 'why' in answer ? answer.why : answer.is);
  } catch (error) {
    if (error instanceof Malformed) return reject(`malformed: ${error.message}`);
    throw error;
  }
};

/** One certificate under the key of another. */
export const judgeCertificateSignature: CaseJudge = async (corpus, one) => {
  const answer = await signedBy(readCertificate(corpus.blob(one.cert)), readCertificate(corpus.blob(one.issuer)));
  return accepted(answer.is === 'right', 'why' in answer ? answer.why : answer.is);
};

const HASHES: Readonly<Record<string, () => IncrementalHash>> = {
  streebog512: createStreebog512,
  streebog256: createStreebog256,
  'gost94-test': createGost3431195,
  'gost94-cryptopro': () => createGost341194(CRYPTO_PRO_S_BOX),
};

export const judgeHash: CaseJudge = (_, { alg, msg, want }) => {
  const create = HASHES[alg];
  if (create === undefined) return { verdict: 'unsupported', why: alg };
  return accepted(bytesToHex(hashWhole(create(), hexToBytes(msg))) === want, 'another digest');
};

const CURVES: Readonly<Record<string, GostCurve>> = {
  'id-tc26-gost-3410-12-512-paramSetA': CURVE_512_A,
  'id-tc26-gost-3410-2012-256-paramSetA': CURVE_256_A,
  'id-GostR3410-2001-CryptoPro-A-ParamSet': CURVE_2004_A,
  ...FOREIGN_CURVES,
};

/** Numbers come highest digit first; keys and signatures of Kazakhstan have the lowest octet first. */
export const judgeGostNumbers: CaseJudge = (_, { curve: name, x, y, digest, r, s }) => {
  const curve = CURVES[name];
  if (curve === undefined) return { verdict: 'unsupported', why: name };
  const pair = (first: string, second: string): Uint8Array =>
    Buffer.concat([first, second].map((number) => hexToBytes(number.padStart(2 * curve.size, '0')).toReversed()));
  const point = readPoint(curve, pair(x, y));
  return accepted(point !== null && verifyGost3410({ curve, point }, hexToBytes(digest), pair(r, s)), point === null ? 'no point' : 'wrong');
};
