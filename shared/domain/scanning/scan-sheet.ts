/** The codes of the test sheet: what they say is known on both sides, so that what a scanner makes of it can be compared. */

/** Both cases, the letters that change places between countries, digits and every sign that an address may carry. */
export const SHEET_LEARN_TEXT = 'TEKSER:LEARN/AaBbIiMmQqWwYyZz-0123456789?&=_.~%:+';
/** What a layout can only lose. */
export const SHEET_KAZAKH_TEXT = 'TEKSER:LETTERS/әғқңөұүһі ӘҒҚҢӨҰҮҺІ Тексер';
/** Dense: as many modules as an access code has; read it to judge a camera. */
export const SHEET_DENSE_TEXT = `TEKSER:DENSE/${'0123456789abcdefghijklmnopqrstuvwxyz'.repeat(4)}`;
