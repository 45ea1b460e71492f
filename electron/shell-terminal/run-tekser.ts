/** One run of the command line: from arguments to an exit code, whatever happens on the way. */
import { CommanderError } from 'commander';
import { dataDirectory, dataFiles } from '../adapters/files/data-directory.ts';
import { createFileLogger } from '../adapters/log/file-logger.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { NotPermitted } from '../core/not-permitted.ts';
import { JournalUnwritable } from '../ports/journal/journal-store.ts';
import { language } from './arguments/argument-values.ts';
import { CommandFailure, undetermined } from './command-failure.ts';
import { commandTree } from './command-trees/command-tree.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { optionValue } from './arguments/option-value.ts';
import { programVersion } from './installation.ts';
import { createTerminal, type Streams, type Terminal } from './terminal.ts';
import { fill } from './texts/index.ts';
import { usageError } from './arguments/usage-error.ts';

export async function runTekser(args: readonly string[], streams: Streams, env: NodeJS.ProcessEnv): Promise<ExitCode> {
  const json = args.includes('--json');
  let terminal = createTerminal(streams, json, language(undefined, env));
  try {
    terminal = createTerminal(streams, json, language(optionValue(args, '--lang'), env));
    return await runCommand(args, terminal, streams);
  } catch (error) {
    return endWith(asFailure(error, args, terminal), terminal);
  }
}

async function runCommand(args: readonly string[], terminal: Terminal, { stdout }: Streams): Promise<ExitCode> {
  let code: ExitCode = EXIT.usage;
  let said = '';
  const tree = commandTree(terminal, await programVersion(), (finished) => {
    code = finished;
  });
  for (const command of [tree, ...tree.commands, ...tree.commands.flatMap(({ commands }) => commands)]) {
    // Our own failures say what is wrong, in the language asked for; help goes out as it is.
    command.configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => {
        said += text;
      },
    });
  }
  try {
    await tree.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.valid;
    throw usageError(error, said);
  }
}

function asFailure(error: unknown, args: readonly string[], terminal: Terminal): CommandFailure {
  if (error instanceof CommandFailure) return error;
  if (error instanceof JournalUnwritable) return undetermined('journal-unwritable', error.reason, { cause: error });
  if (error instanceof NotPermitted && error.reason === 'journal-unwritable') {
    return error.cause instanceof JournalUnwritable ? asFailure(error.cause, args, terminal) : undetermined('journal-unwritable', 'failed', { cause: error });
  }
  if (error instanceof NotPermitted && error.reason === 'no-policy') return undetermined('policy-ended', '', { cause: error });
  const directory = terminal.directory ?? dataDirectory(optionValue(args, '--data') ?? null, 'training');
  const file = dataFiles(directory).log;
  const ref = createFileLogger({ file, clock: systemClock }).fault('terminal', error);
  return new CommandFailure('internal', EXIT.internal, ref, { cause: error });
}

function endWith({ code, subject, exitCode }: CommandFailure, terminal: Terminal): ExitCode {
  const sentence = fill(terminal.text.failure[code], { subject });
  if (terminal.json) terminal.answer([], { error: { code, subject: subject === '' ? null : subject, message: sentence } });
  else terminal.tell(sentence);
  return exitCode;
}
