/** What a shell gives to the workstation behind its window, and what it gets. */
import type { Connection } from '../../shared/domain/desk/connection.ts';
import type { dataFiles } from '../adapters/files/data-directory.ts';
import type { AppPorts } from '../core/app.ts';
import type { HostEnd } from '../ipc/answer-message.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Notifier } from '../ports/notifier.ts';
import type { PreferencesStore } from '../ports/preferences-store.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import type { Timers } from '../ports/timers.ts';
import type { AppOrigin } from '../security/app-origin.ts';
import type { Stand } from '../stand/index.ts';
import type { DeskClaim } from './claim-desk.ts';
import type { OperatorPresence } from './operator-presence.ts';
import type { WantedAttention } from './wanted-attention.ts';

type DataFiles = ReturnType<typeof dataFiles>;

export interface WorkstationOptions {
  shell: 'electron' | 'chromium';
  version: string;
  origin: AppOrigin;
  /** Of the data directory, for the environment of `systems`; let go of when the workstation closes or does not open. */
  claim: DeskClaim;
  resourcesDirectory: string;
  /** The built page of the citizens, which the embedded stand serves. */
  citizenBundle?: string;
  /** To real systems or to a stand that already runs; `stand` starts one inside this process. */
  systems: { type: 'connection'; connection: Connection } | { type: 'stand'; seed: number };
  /** Replies are parsed against the contract everywhere but in the installed product. */
  output: 'parsed' | 'trusted';
  /** What the shells keep differently. */
  openSecretBox(files: DataFiles): Promise<SecretBox>;
  openPreferences(context: { directory: string; files: DataFiles; clock: Clock; logger: Logger }): PreferencesStore;
  /** Speaks outside the window; the page does without. */
  notifier?: Notifier;
  clock?: Clock;
  timers?: Timers;
  /** Stands between the core and what it is given, for measurements; the product passes nothing. */
  observePorts?: (ports: AppPorts) => AppPorts;
}

export interface Workstation {
  hostEnd: HostEnd;
  logger: Logger;
  connection: Connection;
  stand: Stand | null;
  operator: Pick<OperatorPresence, 'state' | 'media' | 'onMediaChange'>;
  /** Somebody asks for a signature: the shell brings its window in front. */
  attention: Pick<WantedAttention, 'onWanted'>;
  /** The window is on the screen: what a sign-in needs gets ready while the operator reaches for it, and what leaves the desk by itself goes. */
  noteWindowShown(): void;
  /** Locks the desk, for a window that died in front of the operator. */
  lock(): Promise<void>;
  close(): Promise<void>;
}
