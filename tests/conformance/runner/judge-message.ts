/** Cases of signed messages: CMS with its chain, its signature alone, its attributes alone, and time-stamp tokens. */
import { Malformed } from '../../../electron/core/trust/malformed.ts';
import { readSignedData } from '../../../electron/core/trust/cms/read-signed-data.ts';
import { signedDigest } from '../../../electron/core/trust/cms/signed-attributes.ts';
import { contentInMemory } from '../../../electron/core/trust/cms/signed-content.ts';
import { verifySignerInfo } from '../../../electron/core/trust/cms/verify-signer-info.ts';
import { judgeTimeStamp } from '../../../electron/core/trust/timestamp/timestamp.ts';
import { verifySignature } from '../../../electron/core/trust/cms/verify-signature.ts';
import { ACCEPT, accepted, type CaseJudge, reject } from './corpus-case.ts';
import { certificatesOf, crlsOf } from './corpus-objects.ts';
import { crlService, unrevoked } from './judge-revocation.ts';

export const judgeMessage: CaseJudge = async (corpus, one, now) => {
  const asksRevocation = one.crls.length > 0 || one.policy?.requireRevocation === true;
  const answer = await verifySignature(
    { signature: corpus.blob(one.cms), ...(one.content === undefined ? {} : { content: corpus.blob(one.content) }) },
    {
      store: { anchors: certificatesOf(corpus, one.anchors), intermediates: certificatesOf(corpus, one.certs) },
      revocation: asksRevocation ? crlService(crlsOf(corpus, one.crls), now) : unrevoked(now),
      now,
    },
  );
  if (answer.state === 'good') return ACCEPT;
  const faults = answer.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined');
  return reject(faults.map(({ code, detail }) => `${code} ${detail}`).join('; '));
};

/** Signature and digest of every signer, no chain. */
export const judgeMessageSignature: CaseJudge = async (corpus, one) => {
  const data = readSignedData(corpus.blob(one.cms));
  const content = data.content ?? (one.content === undefined ? null : corpus.blob(one.content));
  if (content === null) return reject('content-missing');
  const checks = await Promise.all(data.signers.map((signer) => verifySignerInfo(data, signer, contentInMemory(content), [])));
  const fault = checks.find(({ finding }) => finding.outcome !== 'passed' && finding.outcome !== 'attention');
  return accepted(checks.length > 0 && fault === undefined, fault?.finding.code ?? 'no signer');
};

/** RFC 5652 11 alone. */
export const judgeSignedAttributes: CaseJudge = (corpus, one) => {
  const data = readSignedData(corpus.blob(one.cms));
  return accepted(
    data.signers.length > 0 && data.signers.every((signer) => signedDigest(signer, data.contentType) !== null),
    'signed attributes',
  );
};

/** Must be read; what has no signer is never called signed. */
export const judgeMessageForm: CaseJudge = async (corpus, one, now) => {
  const bytes = corpus.blob(one.cms);
  try {
    const { signers } = readSignedData(bytes);
    const answer = await verifySignature({ signature: bytes }, { store: { anchors: [], intermediates: [] }, revocation: unrevoked(now), now });
    return accepted(signers.length > 0 || answer.state !== 'good', 'a message without signers was called signed');
  } catch (error) {
    if (error instanceof Malformed) return reject(error.message);
    throw error;
  }
};

export const judgeToken: CaseJudge = async (corpus, one, now) => {
  const { finding, genTime } = await judgeTimeStamp({
    token: corpus.blob(one.token),
    stamped: corpus.blob(one.content!),
    store: { anchors: certificatesOf(corpus, one.anchors), intermediates: certificatesOf(corpus, one.certs) },
    revocation: unrevoked(now),
    now,
    nonce: one.nonce === undefined ? null : new Uint8Array(Buffer.from(one.nonce, 'hex')),
    ...(one.policyOid === undefined ? {} : { timeStampPolicies: new Set([one.policyOid]) }),
  });
  return genTime === null ? reject(`${finding.code} ${finding.detail}`) : ACCEPT;
};
