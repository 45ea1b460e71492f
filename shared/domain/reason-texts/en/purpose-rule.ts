/** Texts for the rules of the chosen purpose, in English. */
import type { ReasonTexts } from '../reason-text.ts';

export const purposeRule = {
  'purpose-not-allowed': {
    title: 'Not allowed for this purpose',
    reason: 'This kind of document may not be viewed for the chosen purpose.',
    next: 'Choose the purpose of the service, or ask for another document.',
  },
  'presence-required': {
    title: 'Presence is required',
    reason: 'For this service the document is accepted only with its owner before you.',
    next: 'Ask the owner to open access here, on their own phone.',
  },
  'representative-not-allowed': {
    title: 'The owner must come in person',
    reason: 'For this purpose the owner shows the document, not a representative.',
    next: 'Explain that the owner has to come and open access in person.',
  },
} satisfies ReasonTexts;
