/** Texts for consent by SMS, in English. */
import type { ReasonTexts } from '../reason-text.ts';

export const consent = {
  'consent-waiting': {
    title: 'Waiting for the citizen’s answer',
    reason: 'The message from 1414 was sent and there is no answer yet.',
    next: 'Please wait; the citizen enters the code alone and you never ask for it.',
  },
  'consent-refused': {
    title: 'Consent was refused',
    reason: 'The request was declined, which is the citizen’s right.',
    next: 'Explain the purpose and offer the QR code or the six digits, if the citizen wishes.',
  },
  'consent-expired': {
    title: 'No answer in time',
    reason: 'The time to answer has run out; the message may have been delayed.',
    next: 'Send the request again or offer the QR code.',
  },
  'consent-phone-unknown': {
    title: 'Phone not registered',
    reason: 'The mobile citizens’ database has no such number for this IIN.',
    next: 'Compare the IIN and the number; until it is registered, use the QR code.',
  },
  'consent-not-for-remote': {
    title: 'SMS consent is not enough here',
    reason: 'This purpose allows identity documents to be viewed only with the person present; an SMS proves nobody’s presence.',
    next: 'Ask the citizen in front of you to open access on the phone.',
  },
} satisfies ReasonTexts;
