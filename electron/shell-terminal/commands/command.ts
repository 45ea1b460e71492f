/** What a command is given and what it answers with; each file beside this one is one command. */
import type { Environment } from '../../../shared/domain/desk/environment.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

export type Run<Options> = (terminal: Terminal, options: Options) => Promise<ExitCode>;

/** Of every command. */
export interface CommonOptions {
  data?: string;
  /** Of the commands that work without a connection; the others take it from there. */
  environment?: Environment;
}
