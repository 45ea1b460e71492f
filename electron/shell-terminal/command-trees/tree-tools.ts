/** What every part of the command tree is made with. */
import type { Command } from 'commander';
import type { Run } from '../commands/command.ts';

export interface TreeTools {
  /** Loads the command when it is called: help should not wait for the cryptography of a check. */
  run<Options>(load: () => Promise<Run<Options>>): (options: Options) => Promise<void>;
  /** A command with the options all of them have. */
  sub(parent: Command, name: string, description: string): Command;
}
