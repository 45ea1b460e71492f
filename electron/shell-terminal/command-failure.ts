/** An end of a command that was to be expected: said in one sentence, without a stack, with its own exit code. */
import { EXIT, type ExitCode } from './exit-code.ts';
import type { FailureCode } from './texts/index.ts';

export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly code: FailureCode;
  readonly exitCode: ExitCode;
  /** Put into the text's `{subject}`: a file, an address, an option. */
  readonly subject: string;
  constructor(code: FailureCode, exitCode: ExitCode, subject = '', options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.exitCode = exitCode;
    this.subject = subject;
  }
}

export const usageFailure = (code: FailureCode, subject = '', options?: ErrorOptions): CommandFailure =>
  new CommandFailure(code, EXIT.usage, subject, options);

/** Something was missing outside: nothing can be said about the document. */
export const undetermined = (code: FailureCode, subject = '', options?: ErrorOptions): CommandFailure =>
  new CommandFailure(code, EXIT.cannotDetermine, subject, options);
