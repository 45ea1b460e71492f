/** `tekser keys` and `tekser p12` with their options; what each does is in its own file. */
import { type Command, InvalidArgumentError } from 'commander';
import { NewKeyAlgorithm } from '../../../shared/domain/keys/key-algorithm.ts';
import { KeyFileForm } from '../../../shared/domain/keys/key-file-form.ts';
import { RemovalReason } from '../../../shared/domain/keys/key-view.ts';
import type { CommonOptions } from '../commands/command.ts';
import type * as Commands from '../commands/keys.ts';
import type { ExportOptions, GenerateOptions, ImportOptions, InstallOptions, OutOptions, PasswordOptions, RemoveOptions } from '../commands/keys.ts';
import type { ConvertOptions, ShowOptions } from '../commands/p12.ts';
import type { TokenKeysOptions } from '../commands/token-keys.ts';
import type { TreeTools } from './tree-tools.ts';
import type { TerminalText } from '../texts/index.ts';
import type { KeysText } from '../texts/keys/index.ts';

export interface KeyTree {
  program: Command;
  /** `tekser keys` and `tekser p12`. */
  keys: Command;
  p12: Command;
  help: TerminalText['help'];
  own: KeysText['help'];
}

export function addKeyCommands({ program, keys, p12, help, own }: KeyTree, { run, sub }: TreeTools): void {
  keys.description(own.keys).helpCommand('help [command]', help.helpCommand);
  p12.description(own.p12).helpCommand('help [command]', help.helpCommand);
  const command = <Name extends keyof typeof Commands>(name: Name) => import('../commands/keys.ts').then((commands) => commands[name]);
  const one = <Options extends { id: string }>(act: (options: Options) => Promise<void>) => (id: string, options: Omit<Options, 'id'>) => act({ ...options, id } as Options);
  const passwords = (of: Command): Command => of.requiredOption('--password-file <file>', help.passwordFile).requiredOption('--new-password-file <file>', own.newPasswordFile);
  const out = (of: Command): Command => of.requiredOption('--out <file>', own.out);
  const form = (of: Command): Command => of.option('--form <form>', own.form, oneOf(KeyFileForm.options), 'nca');

  sub(keys, 'list', own.list).action(run<CommonOptions>(() => command('keysList')));
  sub(keys, 'tokens', own.tokens).action(run<CommonOptions>(() => command('keysTokens')));
  const importKey = run<ImportOptions>(() => command('keysImport'));
  passwords(sub(keys, 'import', own.importKey).argument('<file>', own.file)).action((file: string, options: Omit<ImportOptions, 'file'>) => importKey({ ...options, file }));
  sub(keys, 'generate', own.generate)
    .option('--algorithm <name>', own.algorithm, oneOf(NewKeyAlgorithm.options), 'GOST-2015-512')
    .requiredOption('--owner <file>', own.owner)
    .requiredOption('--new-password-file <file>', own.newPasswordFile)
    .action(run<GenerateOptions>(() => command('keysGenerate')));
  out(sub(keys, 'request', own.request).argument('<id>', own.id)).action(one(run<OutOptions>(() => command('keysRequest'))));
  const install = run<InstallOptions>(() => command('keysInstall'));
  sub(keys, 'install', own.install)
    .argument('<id>', own.id)
    .argument('<certificate>', own.certificate)
    .action((id: string, file: string, options: CommonOptions) => install({ ...options, id, file }));
  passwords(sub(keys, 'password', own.password).argument('<id>', own.id)).action(one(run<PasswordOptions>(() => command('keysPassword'))));
  form(out(passwords(sub(keys, 'export', own.exportKey).argument('<id>', own.id)))).action(one(run<ExportOptions>(() => command('keysExport'))));
  sub(keys, 'remove', own.remove)
    .argument('<id>', own.id)
    .requiredOption('--reason <reason>', own.reason, oneOf(RemovalReason.options))
    .action(one(run<RemoveOptions>(() => command('keysRemove'))));

  sub(program, 'token-keys', own.tokenKeys)
    .requiredOption('--portal <origin>', own.portal)
    .action(run<TokenKeysOptions>(() => import('../commands/token-keys.ts').then((commands) => commands.tokenKeys)));

  const show = run<ShowOptions>(() => import('../commands/p12.ts').then(({ p12Show }) => p12Show));
  sub(p12, 'show', own.show)
    .argument('<file>', own.file)
    .requiredOption('--password-file <file>', help.passwordFile)
    .action((file: string, options: Omit<ShowOptions, 'file'>) => show({ ...options, file }));
  const convert = run<ConvertOptions>(() => import('../commands/p12.ts').then(({ p12Convert }) => p12Convert));
  form(out(passwords(sub(p12, 'convert', own.convert).argument('<file>', own.file)))).action((file: string, options: Omit<ConvertOptions, 'file'>) => convert({ ...options, file }));
}

const oneOf = (choices: readonly string[]) => (text: string) => {
  if (!choices.includes(text)) throw new InvalidArgumentError(choices.join(', '));
  return text;
};
