/** Texts for outside systems that fail or answer wrongly; none of this is the citizen's doing, in English. */
import type { ReasonTexts } from '../reason-text.ts';

const RETRY_OR_PAPER = 'Try again in a minute; if the failure lasts, change to the paper procedure.';
const RETRY_OR_REPORT = 'Check again; if that does not help, give the administrator the code on the screen.';

export const service = {
  'service-unreachable': {
    title: 'Service is unreachable',
    reason: 'There is no connection to the service; the citizen is not at fault.',
    next: RETRY_OR_PAPER,
  },
  'service-timeout': {
    title: 'Service did not answer in time',
    reason: 'No answer came in time; the service is at fault, not the citizen.',
    next: RETRY_OR_PAPER,
  },
  'service-error': {
    title: 'Service reported a failure',
    reason: 'The service failed inside; the citizen’s document is not the cause.',
    next: RETRY_OR_PAPER,
  },
  'service-refused-us': {
    title: 'Service refused our request',
    reason: 'Our organisation was denied access; its settings or keys are the cause.',
    next: 'Give the administrator the code on the screen; the citizen need not do anything.',
  },
  'answer-malformed': {
    title: 'Answer cannot be read',
    reason: 'The answer came in an unexpected form, so the document cannot be judged.',
    next: RETRY_OR_REPORT,
  },
  'answer-too-large': {
    title: 'Answer is too large',
    reason: 'The answer is larger than allowed and was not read.',
    next: RETRY_OR_REPORT,
  },
  'answer-replayed': {
    title: 'Answer to another request',
    reason: 'An answer to another, perhaps older, request has come.',
    next: 'Do not accept the document; check again and tell the administrator.',
  },
  'clock-skewed': {
    title: 'Computer clock is wrong',
    reason: 'The clock differs too much from the service’s, so times cannot be compared.',
    next: 'Ask the administrator to set the clock; nothing can be checked until then.',
  },
} satisfies ReasonTexts;
