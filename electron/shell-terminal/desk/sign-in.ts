/** Who stands behind a command: a key file with its password, or an operator of the training stand. */
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import type { CoreHandlers } from '../../../shared/ipc/contract.ts';
import { NotPermitted } from '../../core/not-permitted.ts';
import { undetermined, usageFailure } from '../command-failure.ts';
import { readBounded, readLine } from '../arguments/read-input.ts';
import type { Terminal } from '../terminal.ts';

const LARGEST_KEY_FILE = 64 * 1024;

export interface SignInOptions {
  key?: string;
  passwordFile?: string;
  operator?: string;
}

/** Before anything is opened or asked. @throws {CommandFailure} */
export function requireOperator({ operator, key, passwordFile }: SignInOptions): void {
  if (operator === undefined && (key === undefined || passwordFile === undefined)) throw usageFailure('sign-in-needed');
}

/** @throws {CommandFailure} */
export async function signIn(handlers: CoreHandlers, options: SignInOptions, terminal: Terminal): Promise<OperatorSession> {
  const answer = await signInAnswer(handlers, options, terminal).catch((error: unknown) => {
    if (error instanceof NotPermitted) throw undetermined('sign-in-refused', error.reason, { cause: error });
    throw error;
  });
  if (answer.ok) return answer.session;
  if (answer.code === 'training-only') {
    const { trainingOperators } = await handlers.app.describe(null);
    throw usageFailure('operator-unknown', trainingOperators.map(({ id }) => id).join(', ') || '—');
  }
  throw undetermined('sign-in-refused', answer.code);
}

async function signInAnswer(handlers: CoreHandlers, options: SignInOptions, terminal: Terminal) {
  if (options.operator !== undefined) return handlers.operator.signInTraining({ operatorId: options.operator });
  const keyFile = await readBounded(options.key!, LARGEST_KEY_FILE);
  return handlers.operator.signIn({ keyFile, password: await readLine(options.passwordFile!, terminal.stdin) });
}
