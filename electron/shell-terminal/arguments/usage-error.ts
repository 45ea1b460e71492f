/** Says in the user's language what commander found wrong with the arguments. */
import type { CommanderError } from 'commander';
import { type CommandFailure, usageFailure } from '../command-failure.ts';
import type { FailureCode } from '../texts/index.ts';

const CODES: Readonly<Record<string, FailureCode>> = {
  'commander.unknownOption': 'option-unknown',
  'commander.missingMandatoryOptionValue': 'option-missing',
  'commander.optionMissingArgument': 'value-missing',
  'commander.missingArgument': 'argument-missing',
  'commander.excessArguments': 'argument-excess',
  'commander.unknownCommand': 'command-unknown',
};

/** @param help shown instead of an error where a group of commands was named without one of them */
export function usageError({ code, message }: CommanderError, help: string): CommandFailure {
  if (code === 'commander.help') return usageFailure('usage', help.trimEnd());
  const known = CODES[code];
  if (known === undefined) return usageFailure('usage', message.replace(/^error: /, ''));
  // Commander names the culprit in quotation marks.
  return usageFailure(known, /'([^']+)'/.exec(message)?.[1] ?? '');
}
