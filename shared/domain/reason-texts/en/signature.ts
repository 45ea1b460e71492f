/** Texts for the signature, its certificates and its time stamp, in English. */
import type { ReasonTexts } from '../reason-text.ts';

const REFUSE_AND_REPORT = 'Do not accept the document and tell the supervisor; the citizen is not to blame.';
const REFUSE_AND_REOPEN = 'Do not accept the document; ask for access to be opened again and, if it recurs, tell the supervisor.';
const RETRY_LATER = 'Try again in a minute; the connection or the authority is the cause, not the citizen.';

export const signature = {
  'signature-missing': {
    title: 'Document is not signed',
    reason: 'The answer carries no signature of a state body.',
    next: REFUSE_AND_REPORT,
  },
  'signature-malformed': {
    title: 'Signature cannot be read',
    reason: 'The signature is damaged or not made by the rules.',
    next: REFUSE_AND_REOPEN,
  },
  'signature-wrong': {
    title: 'Signature is wrong',
    reason: 'The signature does not fit: the data were changed or another key was used.',
    next: REFUSE_AND_REOPEN,
  },
  'content-mismatch': {
    title: 'Content is not what was signed',
    reason: 'The signature belongs to other content than the one received.',
    next: REFUSE_AND_REOPEN,
  },
  'content-missing': {
    title: 'Signed content is missing',
    reason: 'The signature is kept apart from the document, and the document did not come with it.',
    next: 'Ask for the document itself together with its signature; until then nothing can be said of it.',
  },
  'signed-part-only': {
    title: 'Only a part is signed',
    reason: 'The signature is genuine but covers one part of the file; the rest could have been written by anybody.',
    next: 'Rely only on the signed part; ask for a file that is signed as a whole if you need the rest.',
  },
  'counter-signature-unjudged': {
    title: 'Counter-signature is not checked',
    reason: 'Somebody has signed this signature as well; this program checks the signature itself, and not what was added to it.',
    next: 'Rely on the signature and its own signer; if the counter-signature matters, ask for a document that person has signed.',
  },
  'algorithm-refused': {
    title: 'Signature method is too weak',
    reason: 'The signature was made in a way no longer considered safe.',
    next: REFUSE_AND_REPORT,
  },
  'algorithm-legacy': {
    title: 'Signature method of the past',
    reason: 'The signature is genuine and was made when its method was accepted; today documents are no longer signed this way.',
    next: 'Accept it for an old document; for a new one ask for a document signed with a key in use today.',
  },
  'algorithm-unsupported': {
    title: 'Signature method not supported',
    reason: 'The program cannot check such a signature, so the document cannot be judged.',
    next: 'Tell the administrator that an update is needed; use another procedure for now.',
  },
  'signer-not-owner-body': {
    title: 'Signed by the wrong body',
    reason: 'The signature is not of the state body that keeps these data.',
    next: REFUSE_AND_REOPEN,
  },
  'signer-not-for-signing': {
    title: 'Certificate is not for signing',
    reason: 'This certificate may not be used to sign documents.',
    next: REFUSE_AND_REPORT,
  },
  'signer-unidentified': {
    title: 'Signer is not identified',
    reason: 'The certificate does not tell who signed the document.',
    next: REFUSE_AND_REPORT,
  },
  'chain-untrusted': {
    title: 'Certificate is not trusted',
    reason: 'The signer’s certificate does not lead to a trusted root.',
    next: REFUSE_AND_REOPEN,
  },
  'chain-expired': {
    title: 'Certificate was out of date',
    reason: 'One of the certificates was not valid when the document was signed.',
    next: REFUSE_AND_REPORT,
  },
  'chain-broken-rule': {
    title: 'Certificate breaks the rules',
    reason: 'One of the certificates goes beyond the limits set by the one above it.',
    next: REFUSE_AND_REPORT,
  },
  'revocation-unknown': {
    title: 'Revocation could not be checked',
    reason: 'It is not known whether the certificate is revoked, so the document cannot be judged.',
    next: RETRY_LATER,
  },
  'revocation-stale': {
    title: 'Revocation data are out of date',
    reason: 'Only old data on revoked certificates are at hand and cannot be relied upon.',
    next: RETRY_LATER,
  },
  'signer-revoked': {
    title: 'Signer’s certificate is revoked',
    reason: 'The document is signed with a key whose certificate was revoked.',
    next: REFUSE_AND_REOPEN,
  },
  'issuer-revoked': {
    title: 'Authority’s certificate is revoked',
    reason: 'The certificate of the authority that issued the signing key was revoked.',
    next: REFUSE_AND_REPORT,
  },
  'certificate-not-issued': {
    title: 'Certificate was never issued',
    reason: 'The certification authority says that it did not issue this certificate.',
    next: REFUSE_AND_REOPEN,
  },
  'timestamp-missing': {
    title: 'No time stamp',
    reason: 'Nothing proves when the document was signed.',
    next: 'Read the document and accept it if all else is right; tell the supervisor that its time stamp is missing.',
  },
  'timestamp-wrong': {
    title: 'Time stamp does not fit',
    reason: 'The time stamp is damaged or belongs to another signature.',
    next: REFUSE_AND_REOPEN,
  },
  'timestamp-untrusted': {
    title: 'Time stamp is not trusted',
    reason: 'The service that made the time stamp is not a trusted one.',
    next: REFUSE_AND_REPORT,
  },
  'timestamp-unconfirmed': {
    title: 'Time stamp could not be confirmed',
    reason: 'It is not known whether the certificate of the time service is revoked, so the time of signing is not proven.',
    next: RETRY_LATER,
  },
  'timestamp-expired': {
    title: 'Time stamp was out of date',
    reason: 'The certificate of the time service was not valid when it made the time stamp.',
    next: REFUSE_AND_REPORT,
  },
} satisfies ReasonTexts;
