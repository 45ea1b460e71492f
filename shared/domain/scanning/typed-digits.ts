/** Numbers as people type or paste them: short codes and ИИН alike. */

/** Drops the spaces and dashes between digits; the answer may still be incomplete, or no number at all. */
export const withoutSeparators = (typed: string): string => typed.replaceAll(/[\s\u00A0\u2010-\u2015-]/g, '');
