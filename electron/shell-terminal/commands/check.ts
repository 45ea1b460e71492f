/** `tekser check`: the main job without a window. Sign in, name the purpose, check, leave the mark, sign out. */
import { existsSync } from 'node:fs';
import type { CheckOutcome, MarkState } from '../../../shared/domain/checking/check-outcome.ts';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import type { CoreHandlers } from '../../../shared/ipc/contract.ts';
import { iin as parseIin } from '../arguments/argument-values.ts';
import { usageFailure } from '../command-failure.ts';
import { exitCodeOf } from '../exit-code.ts';
import { loadConnection } from '../desk/load-connection.ts';
import { openDesk } from '../desk/open-desk.ts';
import { outcomeLines, outcomeValue } from '../lines/outcome-lines.ts';
import { readLine } from '../arguments/read-input.ts';
import { readPictureCode } from '../pictures/read-picture-code.ts';
import { requireOperator, signIn, type SignInOptions } from '../desk/sign-in.ts';
import type { Terminal } from '../terminal.ts';
import type { CommonOptions, Run } from './command.ts';

export interface CheckOptions extends CommonOptions, SignInOptions {
  connection?: string;
  code?: string;
  iin?: string;
  iinFile?: string;
  qr?: string;
  purpose: string;
}

export const check: Run<CheckOptions> = async (terminal, options) => {
  requireSense(options);
  const connection = await loadConnection(options.connection!);
  const input = await scanInput(options, connection, terminal);
  const desk = await openDesk(connection, options.data, terminal);
  try {
    const session = await signIn(desk.handlers, options, terminal);
    await choosePurpose(desk.handlers, session, options.purpose);
    terminal.progress(terminal.text.check.phase);
    const outcome = await desk.handlers.checking.checkScan(input);
    const mark = await deliverMark(desk.handlers, outcome);
    await desk.handlers.checking.clear({ outcomeId: outcome.id, cause: 'operator' });
    const training = connection.environment !== 'production';
    terminal.answer(outcomeLines(outcome, mark, training, terminal), outcomeValue(outcome, mark));
    return exitCodeOf(outcome.verdict);
  } finally {
    await desk.close();
  }
};

/** Before anything is opened or asked. @throws {CommandFailure} */
function requireSense(options: CheckOptions): void {
  if (options.connection === undefined) throw usageFailure('connection-needed');
  if ((options.code === undefined) === (options.qr === undefined)) throw usageFailure('code-or-qr');
  requireOperator(options);
  if (options.iinFile === '-' && options.passwordFile === '-') throw usageFailure('stdin-once');
}

async function scanInput(options: CheckOptions, connection: Connection, terminal: Terminal): Promise<ScanInput> {
  if (options.code !== undefined) {
    const typed = options.iinFile === undefined ? options.iin : await readLine(options.iinFile, terminal.stdin);
    if (typed === undefined && connection.documents.shortCodeNeedsIin) throw usageFailure('iin-needed');
    return { kind: 'short-code', code: options.code, iin: typed === undefined ? null : parseIin(typed) };
  }
  const qr = options.qr!;
  if (existsSync(qr)) return { kind: 'code', source: 'image', payload: await readPictureCode(qr) };
  return { kind: 'code', source: 'typed', payload: qr };
}

async function choosePurpose(handlers: CoreHandlers, session: OperatorSession, purposeId: string): Promise<void> {
  const allowed = session.state === 'signed-in' ? session.purposes.map(({ id }) => id) : [];
  if (!allowed.includes(purposeId)) throw usageFailure('purpose-unknown', allowed.join(', '));
  await handlers.operator.choosePurpose({ purposeId });
}

/** The mark is recorded already; the process waits one attempt, because nobody delivers after it ended until the next start. */
async function deliverMark(handlers: CoreHandlers, outcome: CheckOutcome): Promise<MarkState> {
  if (outcome.mark.state !== 'waiting') return outcome.mark;
  await handlers.journal.deliverNow(null);
  const page = await handlers.journal.list({
    before: null,
    limit: 20,
    from: null,
    to: null,
    kinds: ['checked'],
    verdict: null,
    operatorId: null,
    mark: null,
  });
  return page.entries.find(({ id }) => id === outcome.id)?.mark ?? outcome.mark;
}
