/** `tekser evidence` with its options; what each does is in its own file. */
import type { Command } from 'commander';
import type { EvidenceOpenOptions } from '../commands/evidence/open.ts';
import type { EvidenceVerifyOptions } from '../commands/evidence/verify.ts';
import type { TreeTools } from './tree-tools.ts';
import type { TerminalText } from '../texts/index.ts';
import type { EvidenceText } from '../texts/evidence/index.ts';

export interface EvidenceTree {
  group: Command;
  help: TerminalText['help'];
  own: EvidenceText['help'];
}

export function addEvidenceCommands({ group, help, own }: EvidenceTree, { run, sub }: TreeTools): void {
  group.description(own.evidence).helpCommand('help [command]', help.helpCommand);
  const verify = run<EvidenceVerifyOptions>(() => import('../commands/evidence/verify.ts').then((command) => command.evidenceVerify));
  sub(group, 'verify', own.verify)
    .argument('<file>', own.file)
    .requiredOption('--archive-key <file>', own.archiveKey)
    .option('--trust <dir>', help.trust)
    .option('--connection <file|url>', help.connection)
    .action((file: string, options: Omit<EvidenceVerifyOptions, 'file'>) => verify({ ...options, file }));
  const open = run<EvidenceOpenOptions>(() => import('../commands/evidence/open.ts').then((command) => command.evidenceOpen));
  sub(group, 'open', own.open)
    .argument('<file>', own.file)
    .requiredOption('--archive-key <file>', own.archiveKey)
    .requiredOption('--out <dir>', own.out)
    .action((file: string, options: Omit<EvidenceOpenOptions, 'file'>) => open({ ...options, file }));
}
