/** A process that appends to a journal and says each number once it is acknowledged: `journal-writer.ts FILE [COUNT]`. */
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { JournalUnwritable } from '../../../electron/ports/journal/journal-store.ts';

const [file = '', count = 'Infinity'] = process.argv.slice(2);
const store = openSqliteJournalStore({ file, clock: systemClock, seal: aesColumnSeal(new Uint8Array(32).fill(2)), busyTimeoutMs: 20_000 });
try {
  for (let done = 0; done < Number(count); done += 1) {
    const id = crypto.randomUUID();
    const at = new Date().toISOString();
    const entry = await store.append(
      { id, at, operatorId: null, workstation: 'w', purpose: null, event: { kind: 'unlocked' } },
      {
        idempotencyKey: id,
        accessId: 'a',
        viewedAt: at,
        documentType: 'identity_card',
        purposeId: 'p',
        operatorId: 'o',
        organisation: 'ЦОН',
        branch: '№ 1',
        workstation: 'w',
        verdict: 'valid',
      },
    );
    process.stdout.write(`${entry.sequence}\n`);
  }
  await store.close();
} catch (error) {
  if (!(error instanceof JournalUnwritable)) throw error;
  process.stderr.write(`${error.name} ${error.reason}\n`);
  process.exitCode = 1;
}
