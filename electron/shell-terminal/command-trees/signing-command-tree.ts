/** `tekser sign` and the commands under `tekser ncalayer`; what each does is in its own file. */
import { type Command, InvalidArgumentError } from 'commander';
import { environment } from '../arguments/argument-values.ts';
import type { CommonOptions } from '../commands/command.ts';
import type { BrowsersOptions } from '../commands/ncalayer/browsers.ts';
import type { OriginOptions } from '../commands/ncalayer/rules.ts';
import type { SignOptions } from '../commands/sign.ts';
import type { TreeTools } from './tree-tools.ts';
import type { TerminalText } from '../texts/index.ts';
import type { SigningText } from '../texts/signing/index.ts';

export interface SigningTree {
  program: Command;
  /** `tekser ncalayer`. */
  group: Command;
  help: TerminalText['help'];
  own: SigningText['help'];
}

const FORMATS = ['cms', 'xml', 'raw'];

export function addSigningCommands({ program, group, help, own }: SigningTree, { run, sub }: TreeTools): void {
  const sign = run<SignOptions>(() => import('../commands/sign.ts').then((command) => command.sign));
  sub(program, 'sign', own.sign)
    .argument('<file...>', own.signFiles)
    .option('--connection <file|url>', help.connection)
    .option('--key <file>', help.key)
    .option('--stored <id>', own.stored)
    .option('--token <id>', own.token)
    .requiredOption('--password-file <file>', help.passwordFile)
    .option('--format <format>', own.format, format, 'cms')
    .option('--detached', own.detached)
    .option('--time-stamp', own.timeStamp)
    .option('--out <file>', own.out)
    .action((files: string[], options: Omit<SignOptions, 'files'>) => sign({ ...options, files }));

  group.description(own.ncalayer).helpCommand('help [command]', help.helpCommand);
  const place = (command: Command): Command => command.option('--environment <name>', help.environment, environment);
  place(sub(group, 'status', own.status)).action(
    run<CommonOptions>(() => import('../commands/ncalayer/status.ts').then(({ ncalayerStatus }) => ncalayerStatus)),
  );
  const rules = (name: 'switchOn' | 'switchOff') => run<CommonOptions>(() => import('../commands/ncalayer/rules.ts').then((commands) => commands[name]));
  sub(group, 'on', own.on).action(rules('switchOn'));
  sub(group, 'off', own.off).action(rules('switchOff'));
  for (const name of ['allow', 'deny', 'forget'] as const) {
    const change = run<OriginOptions>(() => import('../commands/ncalayer/rules.ts').then((commands) => commands[name]));
    sub(group, name, own[name])
      .argument('<origin...>', own.origins)
      .action((origins: string[], options: CommonOptions) => change({ ...options, origins }));
  }
  for (const name of ['trust', 'untrust'] as const)
    place(sub(group, name, own[name])).action(run<CommonOptions>(() => import('../commands/ncalayer/trust.ts').then((commands) => commands[name])));
  sub(group, 'browsers', own.browsers)
    .option('--remove', own.remove)
    .action(run<BrowsersOptions>(() => import('../commands/ncalayer/browsers.ts').then(({ ncalayerBrowsers }) => ncalayerBrowsers)));
}

function format(text: string): string {
  if (!FORMATS.includes(text)) throw new InvalidArgumentError(FORMATS.join(', '));
  return text;
}
