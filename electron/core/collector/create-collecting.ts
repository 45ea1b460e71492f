/** Takes a batch of what many workstations said, in one transaction of the ledger. */
import type { FleetLedger } from '../../ports/journal/fleet-ledger.ts';
import type { CollectorWord, FleetMessage, MessageFate, TakenBatch } from '../../ports/journal/fleet-queue.ts';
import type { Cosigning } from './judge-checkpoint.ts';
import { followLog } from './follow-log.ts';

export interface FleetCollecting {
  /** What it says holds once it resolves; where it rejects nothing was taken. */
  take(messages: readonly FleetMessage[]): Promise<TakenBatch>;
}

export function createFleetCollecting(ledger: FleetLedger, cosigning: Cosigning): FleetCollecting {
  return {
    take: (messages) =>
      ledger.inTransaction(async (room) => {
        const fates: MessageFate[] = Array.from({ length: messages.length });
        const words = new Map<string, CollectorWord>();
        const places = Map.groupBy(messages.keys(), (place) => messages[place]!.log);
        // Two collectors that take logs in one order never wait for each other in a circle.
        for (const log of [...places.keys()].toSorted()) {
          const mine = places.get(log)!;
          const followed = await followLog(log, mine.map((place) => messages[place]!.said), room, cosigning);
          mine.forEach((place, index) => (fates[place] = followed.fates[index]!));
          if (followed.word !== null) words.set(log, followed.word);
        }
        return { fates, words };
      }),
  };
}
