/** The certificates and lists of a case; what cannot be read is none, as it is for the product. */
import { type Crl, tryReadCrl } from '../../../electron/core/trust/revocation/read-crl.ts';
import { type Certificate, tryReadCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import type { Corpus } from './corpus-case.ts';

export const certificatesOf = (corpus: Corpus, indexes: readonly number[] | undefined): Certificate[] =>
  (indexes ?? []).map((index) => tryReadCertificate(corpus.blob(index))).filter((certificate) => certificate !== null);

export const crlsOf = (corpus: Corpus, indexes: readonly number[] | undefined): Crl[] =>
  (indexes ?? []).map((index) => tryReadCrl(corpus.blob(index))).filter((crl) => crl !== null);
