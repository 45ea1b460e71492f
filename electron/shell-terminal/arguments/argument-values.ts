/** Reads the values of options: each either gives what the command needs or says why it cannot. */
import { z } from 'zod';
import { Environment } from '../../../shared/domain/desk/environment.ts';
import { Instant } from '../../../shared/domain/checking/check-outcome.ts';
import { isIin } from '../../../shared/domain/person/iin.ts';
import { Language } from '../../../shared/domain/localized.ts';
import { ShortCode } from '../../../shared/domain/scanning/short-code.ts';
import { withoutSeparators } from '../../../shared/domain/scanning/typed-digits.ts';
import { languageOfConsole } from '../../workstation/start-language.ts';
import { usageFailure } from '../command-failure.ts';

/** @throws {CommandFailure} unless it is a TCP port; 0 lets the system choose. */
export function portNumber(text: string): number {
  return wholeNumber(text, 65_535);
}

/** @throws {CommandFailure} unless it is a whole number of 32 bits. */
export function seedNumber(text: string): number {
  return wholeNumber(text, 0xffff_ffff);
}

/** @throws {CommandFailure} unless it is a whole number from 1 on. */
export function positiveNumber(text: string): number {
  const value = wholeNumber(text, 0xffff_ffff);
  if (value === 0) throw usageFailure('number-expected', text);
  return value;
}

/** @throws {CommandFailure} unless it is between 1 and 200, what one page of the journal holds. */
export function pageSize(text: string): number {
  const size = wholeNumber(text, 200);
  if (size === 0) throw usageFailure('number-expected', text);
  return size;
}

function wholeNumber(text: string, largest: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > largest) throw usageFailure('number-expected', text);
  return value;
}

/** @throws {CommandFailure} unless it is ISO 8601 with an offset: a time without one would mean another moment elsewhere. */
export function instant(text: string): string {
  if (!Instant.safeParse(text).success) throw usageFailure('instant-expected', text);
  return text;
}

/** @throws {CommandFailure} unless it is a day, YYYY-MM-DD. */
export function day(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw usageFailure('day-expected', text);
  return text;
}

/** @throws {CommandFailure} */
export function environment(text: string): Environment {
  const parsed = Environment.safeParse(text);
  if (!parsed.success) throw usageFailure('environment-expected', text);
  return parsed.data;
}

/** @throws {CommandFailure} */
export function shortCode(text: string): string {
  const code = withoutSeparators(text);
  if (!ShortCode.safeParse(code).success) throw usageFailure('short-code-expected');
  return code;
}

/** @throws {CommandFailure} which does not repeat the number. */
export function iin(text: string): string {
  const digits = withoutSeparators(text);
  if (!isIin(digits)) throw usageFailure('iin-expected');
  return digits;
}

/** The language asked for, or the one of the surroundings; English where neither is ours. @throws {CommandFailure} */
export function language(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  if (asked !== undefined) {
    const parsed = Language.safeParse(asked);
    if (!parsed.success) throw usageFailure('language-expected', asked);
    return parsed.data;
  }
  return languageOfConsole(env);
}
