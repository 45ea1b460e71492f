/** `tekser journal set-aside`: the way back to work after an altered journal was found; a supervisor signs in and decides. */
import { lockInstance } from '../../../adapters/files/single-instance-lock.ts';
import { undetermined, usageFailure } from '../../command-failure.ts';
import { EXIT } from '../../exit-code.ts';
import { withSupervisor, type SupervisedOptions } from '../../desk/supervised-desk.ts';
import { fill } from '../../texts/index.ts';
import type { Run } from '../command.ts';

/** The altered file is moved, never changed; the first entries of the new journal say where it lies and who decided. */
export const journalSetAside: Run<SupervisedOptions> = (terminal, options) =>
  withSupervisor(terminal, options, async (handlers, directory) => {
    const lock = lockInstance(directory);
    if (!lock.ok) throw undetermined('desk-running');
    try {
      const { waiting } = (await handlers.app.health(null)).outbox;
      await handlers.journal.verify(null);
      const health = await handlers.journal.setAside(null);
      if (health === null) throw usageFailure('journal-sound');
      if (health.state !== 'restarted') throw undetermined('journal-unwritable', health.state === 'unwritable' ? health.reason : health.state);
      const file = health.quarantinedAs;
      terminal.answer([fill(terminal.text.journal.setAside, { file, waiting })], { file, waiting });
      return EXIT.valid;
    } finally {
      lock.value.release();
    }
  });
