/** Puts one case to the product's own functions: which kind is answered by whom. */
import type { CaseAnswer, CaseJudge, Corpus, CorpusCase } from './corpus-case.ts';
import { judgeMessage, judgeMessageForm, judgeMessageSignature, judgeSignedAttributes, judgeToken } from './judge-message.ts';
import { judgePath } from './judge-path.ts';
import { judgeCertificateSignature, judgeGostNumbers, judgeHash, judgeSignature } from './judge-primitive.ts';
import { judgeCrlCase, judgeOcspCase, judgeOcspContent, judgeOcspResponder } from './judge-revocation.ts';
import { judgeKeyFile, judgeSealed, judgeWrappedKey } from './judge-sealed.ts';
import { judgeAsn1, judgeCertificateForm } from './judge-structure.ts';

const JUDGES: Readonly<Record<string, CaseJudge>> = {
  path: judgePath,
  crl: judgeCrlCase,
  ocsp: judgeOcspCase,
  ocspsig: judgeOcspContent,
  ocspverify: judgeOcspResponder,
  tsp: judgeToken,
  cms: judgeMessage,
  cmssig: judgeMessageSignature,
  cmssigattrs: judgeSignedAttributes,
  cmsparse: judgeMessageForm,
  sig: judgeSignature,
  x509sig: judgeCertificateSignature,
  hash: judgeHash,
  gostsig: judgeGostNumbers,
  certparse: judgeCertificateForm,
  derparse: judgeAsn1,
  p12: judgeKeyFile,
  aead: judgeSealed,
  keywrap: judgeWrappedKey,
};

/** Throws whatever the product throws: an exception is never an answer. */
export async function judgeCase(corpus: Corpus, one: CorpusCase): Promise<CaseAnswer> {
  const judge = JUDGES[one.kind];
  if (judge === undefined) return { verdict: 'unsupported', why: `no judge for ${one.kind}` };
  return judge(corpus, one, typeof one.time === 'string' ? new Date(one.time) : new Date());
}
