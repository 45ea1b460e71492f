/** Cases of structure: may these bytes be read as a certificate, or as ASN.1 at all? */
import { definiteLengths } from '../../../electron/core/trust/asn1/ber-envelope.ts';
import { DerReader } from '../../../electron/core/trust/asn1/der.ts';
import { Malformed } from '../../../electron/core/trust/malformed.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { unreadableExtension } from '../../../electron/core/trust/path/deciding-extensions.ts';
import { ACCEPT, accepted, type CaseAnswer, type CaseJudge, reject } from './corpus-case.ts';

const readable = (read: () => CaseAnswer): CaseAnswer => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Malformed) return reject(error.message);
    throw error;
  }
};

/** A certificate and every extension this program decides by. */
export const judgeCertificateForm: CaseJudge = (corpus, one) =>
  readable(() => {
    const unreadable = unreadableExtension(readCertificate(corpus.blob(one.der)));
    return accepted(unreadable === null, unreadable ?? '');
  });

export const judgeAsn1: CaseJudge = (corpus, one) =>
  readable(() => {
    const reader = new DerReader(definiteLengths(corpus.blob(one.der)));
    reader.element();
    reader.end();
    return ACCEPT;
  });
