/** A desk without a window on which a supervisor has signed in, for commands that need one. */
import type { CoreHandlers } from '../../../shared/ipc/contract.ts';
import { NotPermitted } from '../../core/not-permitted.ts';
import { undetermined, usageFailure } from '../command-failure.ts';
import type { CommonOptions } from '../commands/command.ts';
import { loadConnection } from './load-connection.ts';
import { type Desk, openDesk } from './open-desk.ts';
import { requireOperator, signIn, type SignInOptions } from './sign-in.ts';
import type { Terminal } from '../terminal.ts';

export interface SupervisedOptions extends CommonOptions, SignInOptions {
  connection?: string;
}

/** @throws {CommandFailure} where nobody signs in, or somebody who is no supervisor */
export async function withSupervisor<Value>(
  terminal: Terminal,
  options: SupervisedOptions,
  work: (handlers: CoreHandlers, directory: string, desk: Desk) => Promise<Value>,
): Promise<Value> {
  if (options.connection === undefined) throw usageFailure('connection-needed');
  requireOperator(options);
  const desk = await openDesk(await loadConnection(options.connection), options.data, terminal);
  try {
    await signIn(desk.handlers, options, terminal);
    return await work(desk.handlers, desk.directory, desk);
  } catch (error) {
    if (error instanceof NotPermitted) throw undetermined('sign-in-refused', error.reason, { cause: error });
    throw error;
  } finally {
    await desk.close();
  }
}
