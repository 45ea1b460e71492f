/** Lifetimes and limits of the documents service; where no public number exists the choice is the stand's own. */

const MINUTE = 60_000;

/** eGov Mobile instruction «Цифровые документы»: five minutes, extendable to thirty. */
export const ACCESS_LIFETIME_MS = 5 * MINUTE;
export const EXTENDED_LIFETIME_MS = 30 * MINUTE;
/** Long enough after the end to be told from an unknown access. */
export const ACCESS_MEMORY_MS = 24 * 60 * MINUTE;

/** The life of the question and of its one-time password: not public, own choice. */
export const CONSENT_LIFETIME_MS = 5 * MINUTE;
export const CONSENT_WRONG_CODES = 3;

/** A request on a desk's screen; the citizen stands before it. Own choice. */
export const DESK_REQUEST_LIFETIME_MS = 3 * MINUTE;

/** Wrong short codes: ten to the sixth is little, so guessing must end early. Own choice. */
export const WRONG_CODES_PER_IIN = { limit: 5, windowMs: 15 * MINUTE, blockMs: 15 * MINUTE };
export const WRONG_CODES_PER_KEY = { limit: 30, windowMs: 15 * MINUTE, blockMs: 5 * MINUTE };

/** Types that can be looked at only once per access: those that tell of health or of need. */
export const SINGLE_USE_TYPES: ReadonlySet<string> = new Set(['pcr_test', 'social_document']);
