/** What is said of a signed file somebody brought: who signed it, when, in what role, is it good, and why. */
import { z } from 'zod';
import { Instant } from '../checking/check-outcome.ts';
import { ReasonCode } from '../reason-code.ts';
import { LayerOutcome, Verdict } from '../checking/verdict.ts';

export const SignedFileForm = z.enum(['cms', 'xml', 'zip', 'pdf']);
export type SignedFileForm = z.infer<typeof SignedFileForm>;

export const SignatureState = z.enum(['good', 'bad', 'undetermined']);
export type SignatureState = z.infer<typeof SignatureState>;

const FileCheckLayer = z.enum(['integrity', 'signer', 'chain', 'revocation', 'timestamp']);
export const FileCheck = z.strictObject({ layer: FileCheckLayer, outcome: LayerOutcome, code: ReasonCode });
export type FileCheck = z.infer<typeof FileCheck>;

export const FileSigner = z.strictObject({
  verdict: Verdict,
  checks: z.array(FileCheck),
  /** Null where the signature is not by the key of a certificate that is at hand. */
  identity: z
    .strictObject({
      name: z.string(),
      organisation: z.string().nullable(),
      bin: z.string().nullable(),
      iin: z.string().nullable(),
      roles: z.array(z.enum(['individual', 'organisation', 'first-head', 'right-to-sign', 'employee', 'information-system', 'state-body'])),
      /** How the authority made sure who the holder is; null where the certificate does not say. */
      identification: z.enum(['in-person', 'remote', 'remote-digital-id']).nullable(),
      notBefore: Instant,
      notAfter: Instant,
    })
    .nullable(),
  /** When the signature provably existed; null where nothing proves it. */
  signedAt: Instant.nullable(),
  /** The signer's own word, which proves nothing. */
  claimedAt: Instant.nullable(),
  revocationAsOf: Instant.nullable(),
  /** Of that evidence by the policy; what is too old leaves the signature undetermined. */
  revocationFreshness: z.enum(['fresh', 'ageing', 'too-old']).nullable(),
});
export type FileSigner = z.infer<typeof FileSigner>;

export const SignedFileReport = z.strictObject({
  form: SignedFileForm,
  verdict: Verdict,
  checks: z.array(FileCheck),
  signers: z.array(FileSigner),
  /** Names of what lies signed inside (files of an archive, the document of a card, parts of an XML document); empty where it is all of it. */
  covers: z.array(z.string()),
  /** SHA-256 of the file, as it stands in the journal. */
  fileHash: z.string(),
  checkedAt: Instant,
});
export type SignedFileReport = z.infer<typeof SignedFileReport>;
