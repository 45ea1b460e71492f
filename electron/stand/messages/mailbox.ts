/** E-mail the services of the stand send, by address: nothing leaves the machine. */
import type { Pair } from '../../../shared/domain/localized.ts';
import type { IdSource } from '../id-source.ts';

export interface Letter {
  id: string;
  address: string;
  at: Date;
  subject: Pair;
  text: Pair;
}

export interface Mailbox {
  send(address: string, subject: Pair, text: Pair): void;
  /** Newest first. */
  of(address: string): Letter[];
}

const KEPT_PER_ADDRESS = 50;

export function createMailbox(ids: IdSource, now: () => Date): Mailbox {
  const byAddress = new Map<string, Letter[]>();
  return {
    send(address, subject, text) {
      const letters = byAddress.get(address) ?? [];
      byAddress.set(address, [{ id: ids.uuid(), address, at: now(), subject, text }, ...letters].slice(0, KEPT_PER_ADDRESS));
    },
    of: (address) => byAddress.get(address) ?? [],
  };
}
