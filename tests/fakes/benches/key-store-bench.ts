/** The key store of the product with its real custodian; shelf, clock and journal are the test's. */
import { createKeyStore } from '../../../electron/core/keystore/index.ts';
import type { CertificateWorth } from '../../../electron/core/keystore/lifecycle/key-state.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import type { KeyOwner } from '../../../shared/domain/keys/key-view.ts';
import { inMemoryKeyShelf } from '../in-memory/in-memory-key-shelf.ts';
import { keyCustody } from './key-custody.ts';
import { manualTime } from '../manual-time.ts';
import { POLICY, syntheticIin } from '../synthetic-citizen.ts';
import commonPasswords from '../../../resources/policy/common-passwords.json' with { type: 'json' };

export const ACTING = { operatorId: 'desk-tson', purpose: null };

export const OWNER: KeyOwner = {
  surname: 'Сынақова',
  name: 'Өркен',
  patronymic: 'Үміткызы',
  iin: syntheticIin('1985-06-07'),
  organisation: 'Synthetic organisation',
  bin: '990140009995',
  email: 'orken@example.kz',
};

export function keyStoreBench() {
  const shelf = inMemoryKeyShelf();
  const time = manualTime();
  const events: Extract<JournalEvent, { kind: 'key-changed' }>[] = [];
  let worth: CertificateWorth = 'good';
  const store = createKeyStore({
    shelf,
    custodian: keyCustody(),
    clock: time.clock,
    policy: () => POLICY,
    commonPasswords: new Set(commonPasswords.words),
    journal: {
      record: async (event) => {
        if (event.kind === 'key-changed') events.push(event);
        return undefined as never;
      },
    },
    randomId: () => crypto.randomUUID(),
    worthOf: async () => worth,
  });
  return { shelf, time, events, store, become: (next: CertificateWorth) => (worth = next) };
}
