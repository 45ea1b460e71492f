/**
 * A core that has been running long before a window opens: what is left of a start is then the window, the page and what the operator
 * does. No quicker start of the core could end earlier.
 */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { REPOSITORY } from '../../../electron/launch/repository.ts';
import { answerMessage } from '../../../electron/ipc/answer-message.ts';
import { CHROMIUM_ORIGIN, startAddress } from '../../../electron/security/app-origin.ts';
import { openBehind } from '../../../electron/shell-chromium/open-behind.ts';
import { claimDesk } from '../../../electron/workstation/claim-desk.ts';
import { type Answer, isQuestion } from './core-elsewhere.ts';

const CALLER = { frame: 'top', address: startAddress(CHROMIUM_ORIGIN) } as const;

export interface RunningCore {
  /** Answers a window in this process until it ends; the operator of the one before is gone. */
  serve(child: ChildProcess): Promise<void>;
  close(): Promise<void>;
}

/** In the process of the bench. */
export async function openRunningCore(dataDirectory: string, connection: Connection): Promise<RunningCore> {
  const claim = await claimDesk(dataDirectory, connection.environment);
  if (!claim.ok) throw new Error('another instance works on the data of the bench');
  const resourcesDirectory = join(REPOSITORY, 'resources');
  const opened = await openBehind({ version: '0.0.0-bench', resourcesDirectory, systems: { type: 'connection', connection } }, claim.value);
  if (!opened.ok) throw new Error(`the core did not open: ${opened.failure.code}`);
  const { hostEnd, noteWindowShown, close } = opened.value;
  noteWindowShown();
  return {
    async serve(child) {
      await answerMessage(hostEnd, CALLER, { type: 'call', name: 'operator.signOut', input: null });
      child.on('message', (message) => {
        if (!isQuestion(message)) return;
        void answerMessage(hostEnd, CALLER, message.message).then((value) => child.connected && child.send({ answer: message.question, value } satisfies Answer));
      });
    },
    close,
  };
}
