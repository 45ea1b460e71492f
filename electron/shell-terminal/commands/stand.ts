/** `tekser stand`: the training stand for several workstations, until it is stopped. */
import { join } from 'node:path';
import { CITIZEN_BUNDLE } from '../../launch/repository.ts';
import { startStand } from '../../stand/index.ts';
import { usageFailure } from '../command-failure.ts';
import { EXIT } from '../exit-code.ts';
import { stopSignal } from '../stop-signal.ts';
import { fill } from '../texts/index.ts';
import { claimWorkDirectory } from '../desk/work-directory.ts';
import type { CommonOptions, Run } from './command.ts';

export interface StandCommandOptions extends CommonOptions {
  port: number;
  seed: number;
}

/** Its keys are kept, so that a connection handed out yesterday holds today. */
export const stand: Run<StandCommandOptions> = async (terminal, { port, seed, data }) => {
  const directory = await claimWorkDirectory(data, 'training', terminal);
  const running = await startStand({ port, seed, dataDirectory: join(directory, 'stand'), citizenBundle: CITIZEN_BUNDLE }).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw usageFailure('port-busy', String(port), { cause });
  });
  try {
    const connection = await running.connection();
    const facts = { url: running.url, connection: `${running.url}/connection.json`, phone: connection.training!.phoneUrl, seed };
    const { text } = terminal;
    terminal.answer(
      [
        text.stand.ready,
        fill(text.stand.address, { url: facts.url }),
        fill(text.stand.phone, { url: facts.phone }),
        fill(text.stand.connection, { url: facts.connection }),
        text.stand.stop,
      ],
      facts,
    );
    await stopSignal();
  } finally {
    await running.close();
  }
  return EXIT.valid;
};
