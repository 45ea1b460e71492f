/** Tells owners in time that a key ends: each threshold of the policy once, on the screen and through the operating system. */
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { KeyShelf } from '../../../ports/keys/key-shelf.ts';
import type { Notifier } from '../../../ports/notifier.ts';
import { createKeyRecords } from '../store/key-records.ts';
import { ownCertificateOf } from '../store/stored-key.ts';
import { daysUntil, reminderDue } from './key-state.ts';

export interface ReminderOptions {
  shelf: KeyShelf;
  clock: Clock;
  policy(): Policy;
  notifier: Notifier;
}

/** To be called at the start and once a day. */
export async function remindOfExpiry({ shelf, clock, policy, notifier }: ReminderOptions): Promise<void> {
  const records = createKeyRecords(shelf);
  for (const key of await records.all()) {
    const certificate = ownCertificateOf(key);
    if (certificate === null) continue;
    const threshold = reminderDue(certificate.notAfter, clock.now(), policy(), key.remindedAt);
    if (threshold === null) continue;
    await notifier.keyEnding({ keyId: key.id, daysLeft: daysUntil(certificate.notAfter, clock.now()) });
    await records.save({ ...key, remindedAt: threshold });
  }
}
