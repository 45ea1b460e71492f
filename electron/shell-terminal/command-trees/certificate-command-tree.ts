/** `tekser cert`, and `tekser trust update`; what each does is in its own file. */
import type { Command } from 'commander';
import { instant } from '../arguments/argument-values.ts';
import type { CertPathOptions } from '../commands/certificate/path.ts';
import type { CertShowOptions } from '../commands/certificate/show.ts';
import type { CommonOptions } from '../commands/command.ts';
import type { TreeTools } from './tree-tools.ts';
import type { TerminalText } from '../texts/index.ts';
import type { CertificateText } from '../texts/certificate/index.ts';

export interface CertificateTree {
  /** `tekser cert` and `tekser trust`. */
  group: Command;
  trust: Command;
  help: TerminalText['help'];
  own: CertificateText['help'];
}

export function addCertificateCommands({ group, trust, help, own }: CertificateTree, { run, sub }: TreeTools): void {
  group.description(own.group).helpCommand('help [command]', help.helpCommand);
  const show = run<CertShowOptions>(() => import('../commands/certificate/show.ts').then(({ certShow }) => certShow));
  sub(group, 'show', own.show)
    .argument('<file...>', own.files)
    .action((files: string[], options: CommonOptions) => show({ ...options, files }));

  const path = run<CertPathOptions>(() => import('../commands/certificate/path.ts').then(({ certPath }) => certPath));
  sub(group, 'path', own.path)
    .argument('<file...>', own.pathFiles)
    .option('--at <iso>', help.at, instant)
    .option('--trust <dir>', help.trust)
    .option('--connection <file|url>', help.connection)
    .action((files: string[], options: Omit<CertPathOptions, 'files'>) => path({ ...options, files }));

  sub(trust, 'update', own.update).action(
    run<CommonOptions>(() => import('../commands/trust/update.ts').then(({ trustUpdate }) => trustUpdate)),
  );
}
