/** Signs PDF files with the trial authority and has them judged. */
import type { RevocationStatus } from '../../../../electron/core/trust/revocation/revocation-status.ts';
import { type PdfAnswer, verifyPdf } from '../../../../electron/core/trust/pdf/verify-pdf.ts';
import { NOW, parsed } from '../trial/trial-authority.ts';
import { authority, GOOD, root, signer, stamped } from '../trial/trial-judgement.ts';
import { signature, type SignerTrial, token } from '../trial/trial-signature.ts';

/** A CMS as PAdES wants it: detached, one signer. */
export const cmsOver = (content: Uint8Array, bend: Partial<SignerTrial> = {}): Uint8Array =>
  signature({ content, detached: true, signers: [{ signer, ...stamped(), ...bend }] });

export const tokenOver = (genTime = NOW) => (stampedBytes: Uint8Array): Uint8Array => token({ authority, stamped: stampedBytes, genTime });

export interface PdfCircumstances {
  statusOf?: (commonName: string) => RevocationStatus;
}

export const judgedPdf = (pdf: Uint8Array, { statusOf = () => GOOD }: PdfCircumstances = {}): Promise<PdfAnswer> =>
  verifyPdf(
    { pdf },
    {
      store: { anchors: [parsed(root)], intermediates: [] },
      revocation: { statusOf: async ([certificate]) => statusOf(certificate!.subject.attributes[0]!.text) },
      now: NOW,
    },
  );

/** State and the decisive finding with its detail. */
export function said({ state, checks }: PdfAnswer): string {
  const check = checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome !== 'passed');
  return check === undefined ? state : `${state} ${check.code}`;
}
