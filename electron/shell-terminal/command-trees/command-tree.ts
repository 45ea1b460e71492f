/** The commands and their options as one tree; what each does is in its own file. */
import { Command } from 'commander';
import { inLanguage } from '../../../shared/domain/localized.ts';
import { environment, instant, portNumber, seedNumber, shortCode } from '../arguments/argument-values.ts';
import type { CheckOptions } from '../commands/check.ts';
import type { CommonOptions, Run } from '../commands/command.ts';
import type { DoctorOptions } from '../commands/doctor.ts';
import type { ScanSheetOptions } from '../commands/scan-sheet.ts';
import type { StandCommandOptions } from '../commands/stand.ts';
import type { TrustImportOptions } from '../commands/trust/import.ts';
import type { VerifyOptions } from '../commands/verify.ts';
import { addCertificateCommands } from './certificate-command-tree.ts';
import { addCollectorCommand } from './collector-command-tree.ts';
import { addEvidenceCommands } from './evidence-command-tree.ts';
import { addIdentificationCommands } from './identification-command-tree.ts';
import { addJournalCommands } from './journal-command-tree.ts';
import type { TreeTools } from './tree-tools.ts';
import { addKeyCommands } from './key-command-tree.ts';
import { addSigningCommands } from './signing-command-tree.ts';
import type { ExitCode } from '../exit-code.ts';
import { SHEET_WORDS } from '../scan-sheet/sheet-words.ts';
import type { Terminal } from '../terminal.ts';
import type { TerminalText } from '../texts/index.ts';
import { certificateTexts } from '../texts/certificate/index.ts';
import { collectorTexts } from '../texts/collector/index.ts';
import { evidenceTexts } from '../texts/evidence/index.ts';
import { identificationTexts } from '../texts/identification/index.ts';
import { keysTexts } from '../texts/keys/index.ts';
import { signingTexts } from '../texts/signing/index.ts';

/** Takes the exit code of the command that ran. */
export type Finished = (code: ExitCode) => void;

export function commandTree(terminal: Terminal, version: string, finished: Finished): Command {
  const { help } = terminal.text;
  const run =
    <Options>(load: () => Promise<Run<Options>>) =>
    async (options: Options) => {
      const command = await load();
      finished(await command(terminal, options));
    };

  const plain: TreeTools = { run, sub: (parent, name, description) => sub(parent, name, description, help) };
  const inEnvironment: TreeTools = { run, sub: (...named) => withEnvironment(plain.sub(...named), help) };

  const program = common(new Command('tekser'), help).description(help.program).version(version, '--version', help.optionVersion);
  program.helpCommand('help [command]', help.helpCommand).addHelpText('after', `\n${help.exitCodes}`).showHelpAfterError(false);

  plain.sub(program, 'stand', help.stand)
    .option('--port <n>', help.port, portNumber, 0)
    .option('--seed <s>', help.seed, seedNumber, 1)
    .action(run<StandCommandOptions>(() => import('../commands/stand.ts').then(({ stand }) => stand)));

  plain.sub(program, 'check', help.check)
    .option('--connection <file|url>', help.connection)
    .option('--code <digits>', help.code, shortCode)
    .option('--iin <digits>', help.iin)
    .option('--iin-file <file>', help.iinFile)
    .option('--qr <file|text>', help.qr)
    .requiredOption('--purpose <id>', help.purpose)
    .option('--operator <id>', help.operator)
    .option('--key <file>', help.key)
    .option('--password-file <file>', help.passwordFile)
    .action(run<CheckOptions>(() => import('../commands/check.ts').then(({ check }) => check)));

  const verify = run<VerifyOptions>(() => import('../commands/verify.ts').then((command) => command.verify));
  plain.sub(program, 'verify', help.verify)
    .argument('<file>', help.verifyFile)
    .option('--content <file>', help.content)
    .option('--at <iso>', help.at, instant)
    .option('--evidence <file>', help.evidenceOfAnswer)
    .option('--trust <dir>', help.trust)
    .option('--connection <file|url>', help.connection)
    .action((file: string, options: Omit<VerifyOptions, 'file'>) => verify({ ...options, file }));

  addJournalCommands(common(program.command('journal'), help), inEnvironment, help);

  const trust = common(program.command('trust'), help).description(help.trustGroup).helpCommand('help [command]', help.helpCommand);
  const trustImport = run<TrustImportOptions>(() => import('../commands/trust/import.ts').then((command) => command.trustImport));
  inEnvironment.sub(trust, 'import', help.trustImport)
    .argument('<file...>', help.trustFiles)
    .action((files: string[], options: CommonOptions) => trustImport({ ...options, files }));
  inEnvironment.sub(trust, 'fetch', help.trustFetch).action(
    run<CommonOptions>(() => import('../commands/trust/fetch.ts').then(({ trustFetch }) => trustFetch)),
  );
  inEnvironment.sub(trust, 'list', help.trustList).action(
    run<CommonOptions>(() => import('../commands/trust/list.ts').then(({ trustList }) => trustList)),
  );

  addCertificateCommands({ group: common(program.command('cert'), help), trust, help, own: certificateTexts(terminal.language).help }, inEnvironment);

  addKeyCommands(
    { program, keys: common(program.command('keys'), help), p12: common(program.command('p12'), help), help, own: keysTexts(terminal.language).help },
    inEnvironment,
  );

  addEvidenceCommands({ group: common(program.command('evidence'), help), help, own: evidenceTexts(terminal.language).help }, inEnvironment);

  addIdentificationCommands(common(program.command('identification'), help), help, identificationTexts(terminal.language).help, plain);

  addCollectorCommand(program, collectorTexts(terminal.language).help, inEnvironment);

  const own = signingTexts(terminal.language).help;
  const group = common(program.command('ncalayer'), help);
  addSigningCommands({ program, group, help, own }, plain);

  plain.sub(program, 'scan-sheet', inLanguage(SHEET_WORDS.command, terminal.language))
    .requiredOption('--out <file>', inLanguage(SHEET_WORDS.out, terminal.language))
    .action(run<ScanSheetOptions>(() => import('../commands/scan-sheet.ts').then((command) => command.scanSheet)));

  inEnvironment.sub(program, 'doctor', help.doctor)
    .option('--connection <file|url>', help.connection)
    .action(run<DoctorOptions>(() => import('../commands/doctor.ts').then(({ doctor }) => doctor)));
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

