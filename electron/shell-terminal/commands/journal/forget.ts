/** `tekser journal forget`: a supervisor lets go of what the rules of retention no longer want and a witness has signed. */
import { EXIT } from '../../exit-code.ts';
import { withSupervisor, type SupervisedOptions } from '../../desk/supervised-desk.ts';
import { fill } from '../../texts/index.ts';
import type { Run } from '../command.ts';

export const journalForget: Run<SupervisedOptions> = (terminal, options) =>
  withSupervisor(terminal, options, async (handlers) => {
    const { entries } = await handlers.journal.forget(null);
    terminal.answer([fill(terminal.text.journal.forgotten, { entries })], { entries });
    return EXIT.valid;
  });
