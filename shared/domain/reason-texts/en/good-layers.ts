/** Texts for layers of a check that passed, and for those that were not reached, in English. */
import type { ReasonTexts } from '../reason-text.ts';

const NOTHING_TO_DO = 'Nothing to do.';

export const goodLayers = {
  'access-granted': {
    title: 'Access is open',
    reason: 'The citizen has opened access to the document and the time has not run out.',
    next: NOTHING_TO_DO,
  },
  'integrity-intact': {
    title: 'Document is unchanged',
    reason: 'The content is exactly what was signed.',
    next: NOTHING_TO_DO,
  },
  'signer-owner-body': {
    title: 'Signed by the owner body',
    reason: 'The state body that keeps these data signed the document.',
    next: NOTHING_TO_DO,
  },
  'chain-trusted': {
    title: 'Certificate is trusted',
    reason: 'The signer’s certificate was traced to a trusted root.',
    next: NOTHING_TO_DO,
  },
  'not-revoked': {
    title: 'Certificate is not revoked',
    reason: 'The certification authority confirmed that the signer’s certificate is not revoked.',
    next: NOTHING_TO_DO,
  },
  'timestamp-good': {
    title: 'Signing time is confirmed',
    reason: 'The time stamp is genuine and belongs to this signature.',
    next: NOTHING_TO_DO,
  },
  'document-in-force': {
    title: 'Document is in force',
    reason: 'The status and the dates of the document are in order.',
    next: NOTHING_TO_DO,
  },
  'person-alive': {
    title: 'Owner is confirmed',
    reason: 'The population register knows the owner and the data agree.',
    next: NOTHING_TO_DO,
  },
  'purpose-allowed': {
    title: 'Allowed for this purpose',
    reason: 'The document may be accepted for the chosen purpose.',
    next: NOTHING_TO_DO,
  },
  'not-reached': {
    title: 'Not checked',
    reason: 'This check was not reached because an earlier one did not pass.',
    next: 'Look at the first check in the list that did not pass.',
  },
} satisfies ReasonTexts;
