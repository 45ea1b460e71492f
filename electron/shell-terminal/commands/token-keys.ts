/** `tekser token-keys`: on a citizen's own computer, makes keys on a token for the page of one portal, until it is stopped. */
import { openTokenProgram } from '../../workstation/open-token-program.ts';
import { askSecret } from '../arguments/ask-secret.ts';
import { usageFailure } from '../command-failure.ts';
import { EXIT } from '../exit-code.ts';
import { RESOURCES } from '../installation.ts';
import { stopSignal } from '../stop-signal.ts';
import { fill } from '../texts/index.ts';
import { keysTexts } from '../texts/keys/index.ts';
import { findDirectory } from '../desk/work-directory.ts';
import type { CommonOptions, Run } from './command.ts';

export interface TokenKeysOptions extends CommonOptions {
  portal: string;
}

export const tokenKeys: Run<TokenKeysOptions> = async (terminal, { portal, ...place }) => {
  const text = keysTexts(terminal.language).tokenProgram;
  const origin = URL.parse(portal)?.origin ?? 'null';
  if (origin === 'null') throw usageFailure('usage', portal);
  const program = await openTokenProgram({
    directory: await findDirectory(place, terminal),
    resourcesDirectory: RESOURCES,
    portal: origin,
    askPin: ({ tokenLabel, act }, gone) => askSecret(fill(text.pin[act], { token: tokenLabel }), terminal, gone),
    report(state) {
      if (state.state === 'port-taken') terminal.tell(fill(text.portTaken, { port: state.port, program: state.by ?? '—' }));
    },
    onFault: () => terminal.tell(text.fault),
  });
  try {
    terminal.answer([fill(text.ready, { portal: origin }), text.trust, text.stop], { portal: origin, port: program.port() });
    await stopSignal();
  } finally {
    await program.close();
  }
  return EXIT.valid;
};
