/** Texts for the state of the document and of its owner, in English. */
import type { ReasonTexts } from '../reason-text.ts';

const ASK_ISSUER = 'Do not accept the document and advise asking the body that issued it.';

export const document = {
  'document-type-unknown': {
    title: 'Unknown kind of document',
    reason: 'This workstation has no description of such a document.',
    next: 'Give the administrator the code on the screen; ask for another document.',
  },
  'document-expired': {
    title: 'Document has expired',
    reason: 'The last day of the document has passed.',
    next: 'Do not accept the document and explain how to get a new one.',
  },
  'document-not-yet-valid': {
    title: 'Document is not valid yet',
    reason: 'The term of the document begins later.',
    next: ASK_ISSUER,
  },
  'document-revoked': {
    title: 'Document is no longer valid',
    reason: 'The body that keeps the document has marked it as invalid.',
    next: ASK_ISSUER,
  },
  'document-replaced': {
    title: 'A newer document exists',
    reason: 'Another document has been issued in place of this one.',
    next: 'Ask for access to the new document.',
  },
  'document-status-contradicts-dates': {
    title: 'Status and dates disagree',
    reason: 'The status says one thing and the dates another; it is a mistake of the register, not a forgery.',
    next: 'Ask the issuing body before accepting the document.',
  },
  'document-duplicated': {
    title: 'Document is listed twice',
    reason: 'The register has two entries for this document.',
    next: 'Compare the number and the dates; if they differ, refer to the issuing body.',
  },
  'document-historical': {
    title: 'No longer issued',
    reason: 'The document is genuine, but this kind is no longer in use.',
    next: 'Decide whether the service needs it; it should not be demanded.',
  },
  'registry-data-damaged': {
    title: 'Letters are damaged',
    reason: 'Some letters came from the register as question marks.',
    next: 'Ask the citizen for the spelling; compare by IIN, date of birth and face.',
  },
  'registry-may-be-wrong': {
    title: 'The data may be wrong or out of date',
    reason: 'Records lag behind: a former spouse may be listed, a child missing, a document be in a former name.',
    next: 'Ask for the certificate of the new name. If the citizen disagrees, refer them to the registrar’s office or the justice department.',
  },
  'person-dead': {
    title: 'The owner has died',
    reason: 'According to the register the owner has died, so the document cannot be accepted.',
    next: 'Do not accept the document and tell the supervisor; a mistaken record is for the registrar’s office.',
  },
  'person-differs': {
    title: 'Owner’s data disagree',
    reason: 'The name, date of birth or IIN differs between the document and the register.',
    next: ASK_ISSUER,
  },
  'registry-consent-waiting': {
    title: 'The citizen has not answered the SMS yet',
    reason: 'The register asked for consent by a message from 1414; there is no answer yet.',
    next: 'The citizen enters the code of the SMS in eGov Mobile; never ask for it. After the answer, show the same code again.',
  },
  'registry-consent-refused': {
    title: 'Asking the register was not allowed',
    reason: 'The register’s question was refused, or the person has no number in the mobile citizens’ database.',
    next: 'Explain the purpose; without consent the person’s state cannot be looked up.',
  },
  'person-unknown': {
    title: 'Owner is not in the register',
    reason: 'The population register did not find this IIN, so the check is not complete.',
    next: 'Check again; if that does not help, refer the citizen to the justice department.',
  },
  'presented-by-representative': {
    title: 'Shown by a representative',
    reason: 'Access to the child’s document was opened by a legal representative.',
    next: 'Check the representative’s identity by their own document.',
  },
} satisfies ReasonTexts;
