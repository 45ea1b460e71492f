/** What looks like a one-time password is not written in a call: codes of 1414 are for the citizen's own page and for nobody to read. */
import type { ChatLine } from './call-talk.ts';

/** Four digits and more, however they are set apart: a code, a PIN, or the middle of a longer number. */
const LIKE_A_CODE = /\d(?:[\s.,-]?\d){3,}/g;

export const looksLikeCode = (text: string): boolean => text.search(LIKE_A_CODE) >= 0;

/** The line with every such run of digits covered. */
export const withoutCodes = (line: ChatLine): ChatLine => (line.type === 'text' ? { type: 'text', text: line.text.replaceAll(LIKE_A_CODE, '••••') } : line);
