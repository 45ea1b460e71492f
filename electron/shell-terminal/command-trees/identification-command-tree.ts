/** `tekser identification` with its options. */
import type { Command } from 'commander';
import type { CalibrateOptions } from '../commands/identification-calibrate.ts';
import type { TreeTools } from './tree-tools.ts';
import type { TerminalText } from '../texts/index.ts';
import type { IdentificationText } from '../texts/identification/index.ts';

export function addIdentificationCommands(group: Command, { helpCommand }: TerminalText['help'], own: IdentificationText['help'], { run, sub }: TreeTools): void {
  group.description(own.identification).helpCommand('help [command]', helpCommand);
  sub(group, 'calibrate', own.calibrate)
    .argument('<dir>', own.folder)
    .action((folder: string, options: Omit<CalibrateOptions, 'folder'>) =>
      run<CalibrateOptions>(() => import('../commands/identification-calibrate.ts').then(({ identificationCalibrate }) => identificationCalibrate))({ ...options, folder }),
    );
}
