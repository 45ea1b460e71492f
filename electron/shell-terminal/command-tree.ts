/** The commands and their options as one tree; what each does is in its own file. */
import { Command } from 'commander';
import { environment, instant, pageSize, portNumber, seedNumber, shortCode } from './argument-values.ts';
import type { CheckOptions } from './commands/check.ts';
import type { CommonOptions, Run } from './commands/command.ts';
import type { DoctorOptions } from './commands/doctor.ts';
import type { JournalExportOptions } from './commands/journal-export.ts';
import type { JournalHistoryOptions } from './commands/journal-history.ts';
import type { JournalListOptions } from './commands/journal-list.ts';
import type { JournalReceiptOptions } from './commands/journal-receipt.ts';
import type { JournalVerifyReceiptOptions } from './commands/journal-verify-receipt.ts';
import type { StandCommandOptions } from './commands/stand.ts';
import type { TrustImportOptions } from './commands/trust-import.ts';
import type { VerifyOptions } from './commands/verify.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';
import type { TerminalText } from './texts/index.ts';

/** Takes the exit code of the command that ran. */
export type Finished = (code: ExitCode) => void;

export function commandTree(terminal: Terminal, version: string, finished: Finished): Command {
  const { help } = terminal.text;
  /** Each command is loaded when it runs: help should not wait for the cryptography of a check. */
  const run =
    <Options>(load: () => Promise<Run<Options>>) =>
    async (options: Options) => {
      const command = await load();
      finished(await command(terminal, options));
    };

  const program = common(new Command('tekser'), help).description(help.program).version(version, '--version', help.optionVersion);
  program.helpCommand('help [command]', help.helpCommand).addHelpText('after', `\n${help.exitCodes}`).showHelpAfterError(false);

  sub(program, 'stand', help.stand, help)
    .option('--port <n>', help.port, portNumber, 0)
    .option('--seed <s>', help.seed, seedNumber, 1)
    .action(run<StandCommandOptions>(() => import('./commands/stand.ts').then(({ stand }) => stand)));

  sub(program, 'check', help.check, help)
    .option('--connection <file|url>', help.connection)
    .option('--code <digits>', help.code, shortCode)
    .option('--iin <digits>', help.iin)
    .option('--iin-file <file>', help.iinFile)
    .option('--qr <file|text>', help.qr)
    .requiredOption('--purpose <id>', help.purpose)
    .option('--operator <id>', help.operator)
    .option('--key <file>', help.key)
    .option('--password-file <file>', help.passwordFile)
    .action(run<CheckOptions>(() => import('./commands/check.ts').then(({ check }) => check)));

  const verify = run<VerifyOptions>(() => import('./commands/verify.ts').then((command) => command.verify));
  sub(program, 'verify', help.verify, help)
    .argument('<file>', help.verifyFile)
    .option('--content <file>', help.content)
    .option('--at <iso>', help.at, instant)
    .option('--trust <dir>', help.trust)
    .option('--connection <file|url>', help.connection)
    .action((file: string, options: Omit<VerifyOptions, 'file'>) => verify({ ...options, file }));

  const journal = common(program.command('journal'), help).description(help.journal).helpCommand('help [command]', help.helpCommand);
  withEnvironment(sub(journal, 'list', help.journalList, help), help)
    .option('--limit <n>', help.limit, pageSize, 20)
    .option('--before <n>', help.before, seedNumber)
    .option('--kind <kind>', help.kind, (kind: string, kinds: string[]) => [...kinds, kind], [])
    .action(run<JournalListOptions>(() => import('./commands/journal-list.ts').then(({ journalList }) => journalList)));
  withEnvironment(sub(journal, 'verify', help.journalVerify, help), help).action(
    run<CommonOptions>(() => import('./commands/journal-verify.ts').then(({ journalVerify }) => journalVerify)),
  );
  const journalExport = run<JournalExportOptions>(() => import('./commands/journal-export.ts').then((command) => command.journalExport));
  withEnvironment(sub(journal, 'export', help.journalExport, help), help)
    .argument('<file>', help.exportFile)
    .action((file: string, options: CommonOptions) => journalExport({ ...options, file }));

  const journalReceipt = run<JournalReceiptOptions>(() => import('./commands/journal-receipt.ts').then((command) => command.journalReceipt));
  withEnvironment(sub(journal, 'receipt', help.journalReceipt, help), help)
    .argument('<sequence>', help.receiptSequence, seedNumber)
    .argument('<file>', help.exportFile)
    .action((sequence: number, file: string, options: CommonOptions) => journalReceipt({ ...options, sequence, file }));
  withEnvironment(sub(journal, 'history', help.journalHistory, help), help)
    .requiredOption('--iin-file <file>', help.iinFile)
    .option('--limit <n>', help.limit, pageSize, 200)
    .action(run<JournalHistoryOptions>(() => import('./commands/journal-history.ts').then(({ journalHistory }) => journalHistory)));
  withEnvironment(sub(journal, 'set-aside', help.journalSetAside, help), help).action(
    run<CommonOptions>(() => import('./commands/journal-set-aside.ts').then(({ journalSetAside }) => journalSetAside)),
  );
  const verifyReceipt = run<JournalVerifyReceiptOptions>(() =>
    import('./commands/journal-verify-receipt.ts').then((command) => command.journalVerifyReceipt),
  );
  withEnvironment(sub(journal, 'verify-receipt', help.journalVerifyReceipt, help), help)
    .argument('<file>', help.receiptFile)
    .option('--key <key>', help.verifierKey)
    .action((file: string, options: Omit<JournalVerifyReceiptOptions, 'file'>) => verifyReceipt({ ...options, file }));

  const trust = common(program.command('trust'), help).description(help.trustGroup).helpCommand('help [command]', help.helpCommand);
  const trustImport = run<TrustImportOptions>(() => import('./commands/trust-import.ts').then((command) => command.trustImport));
  withEnvironment(sub(trust, 'import', help.trustImport, help), help)
    .argument('<file...>', help.trustFiles)
    .action((files: string[], options: CommonOptions) => trustImport({ ...options, files }));
  withEnvironment(sub(trust, 'fetch', help.trustFetch, help), help).action(
    run<CommonOptions>(() => import('./commands/trust-fetch.ts').then(({ trustFetch }) => trustFetch)),
  );
  withEnvironment(sub(trust, 'list', help.trustList, help), help).action(
    run<CommonOptions>(() => import('./commands/trust-list.ts').then(({ trustList }) => trustList)),
  );

  withEnvironment(sub(program, 'doctor', help.doctor, help), help)
    .option('--connection <file|url>', help.connection)
    .action(run<DoctorOptions>(() => import('./commands/doctor.ts').then(({ doctor }) => doctor)));
  return program;
}

function sub(parent: Command, name: string, description: string, help: TerminalText['help']): Command {
  return common(parent.command(name), help).option('--data <dir>', help.data).description(description).allowExcessArguments(false);
}

const withEnvironment = (command: Command, help: TerminalText['help']): Command =>
  command.option('--environment <name>', help.environment, environment);

/** `--json` and `--lang` were read before the tree was built, because help needs them; here they are named and accepted anywhere. */
function common(command: Command, help: TerminalText['help']): Command {
  return command
    .option('--json', help.json)
    .option('--lang <language>', help.lang)
    .helpOption('--help', help.optionHelp)
    .configureHelp({ styleTitle: (title) => titles(help)[title] ?? title })
    .exitOverride();
}

const titles = ({ usage, options, commands, arguments: args }: TerminalText['help']): Readonly<Record<string, string>> => ({
  'Usage:': usage,
  'Options:': options,
  'Commands:': commands,
  'Arguments:': args,
});

