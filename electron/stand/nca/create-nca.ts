/** Puts the НУЦ of the stand together: its desk for keys, the people's certificates, and the reminders of their end. */
import type { Authority } from '../authority/index.ts';
import { openKeptRecords } from '../issuance/kept-records.ts';
import type { ApplicationBook } from '../issuance/application-book.ts';
import type { Mailbox } from '../messages/mailbox.ts';
import type { SmsInbox } from '../messages/sms-inbox.ts';
import type { Population } from '../population/person.ts';
import type { StandTimers } from '../stand-timers.ts';
import { createExpiryReminders } from './expiry-reminders.ts';
import { createHolderCertificates } from './holder-certificates.ts';
import { createKeyDesk, type KeyDesk } from './key-desk.ts';
import type { KeyRecord } from './key-records.ts';

const REMIND_EVERY_MS = 1_000;

export interface NcaOptions {
  applications: () => ApplicationBook;
  population: () => Population;
  authority(): Promise<Authority>;
  mailbox: Mailbox;
  inbox: SmsInbox;
  timers: StandTimers;
  /** Null keeps nothing. */
  recordsFile: string | null;
  now(): Date;
  away(): boolean;
}

export function createNca(options: NcaOptions): KeyDesk {
  const { population, authority, timers, now } = options;
  const records = openKeptRecords<KeyRecord>(options.recordsFile);
  const reminders = createExpiryReminders({ ...options, records });
  let isReminding = false;
  return createKeyDesk({
    ...options,
    certificates: createHolderCertificates({ authority, records, now }),
    personOf: (iin) => population().byIin(iin)!,
    records,
    onInHand({ id, phone }, wish, certificates) {
      reminders.remember({ applicationId: id, wish, phone, certificates });
      if (!isReminding) timers.every(REMIND_EVERY_MS, reminders.remind);
      isReminding = true;
    },
  });
}
