/** Copies and checkpoints wait for the window, and for nothing else. */
import { describe, expect, test } from 'vitest';
import { holdDeliveries } from '../../../electron/workstation/held-deliveries.ts';
import { success } from '../../../shared/util/result.ts';

const LOG = { name: 'desk', verifierKey: 'key', start: { size: 0, peaks: [] } };
const QUESTION = { oldSize: 0, proof: [], checkpoint: 'note' };

function hold() {
  const asked: string[] = [];
  const { promise: windowShown, resolve: letGo } = Promise.withResolvers<void>();
  const held = holdDeliveries({
    witness: { key: { name: 'witness', publicKey: new Uint8Array(32) }, cosign: async ({ checkpoint }) => (asked.push(`cosign ${checkpoint}`), success('line')) },
    entryCollector: {
      wanted: async (log) => (asked.push(`wanted ${log}`), null),
      onWanted: () => void asked.push('onWanted'),
      copy: async ({ name }) => (asked.push(`copy ${name}`), success({ through: 1, id: 'receipt' })),
    },
  }, windowShown);
  return { asked, witness: held.witness!, collector: held.entryCollector!, letGo };
}

describe('what leaves the desk by itself', () => {
  test('waits for the window and then goes unchanged', async () => {
    const { asked, witness, collector, letGo } = hold();
    collector.onWanted(() => undefined);
    const answers = Promise.all([witness.cosign(QUESTION), collector.wanted('desk'), collector.copy(LOG, [])]);
    await new Promise(setImmediate);
    expect(asked).toEqual(['onWanted']);
    letGo();
    expect(await answers).toEqual([success('line'), null, success({ through: 1, id: 'receipt' })]);
    expect(asked).toEqual(['onWanted', 'cosign note', 'wanted desk', 'copy desk']);
  });

  test('goes at once afterwards', async () => {
    const { witness, letGo } = hold();
    letGo();
    expect(await witness.cosign(QUESTION)).toEqual(success('line'));
  });

  test('is nothing where the connection names no collector', () => {
    expect(holdDeliveries({ witness: null, entryCollector: null }, Promise.resolve())).toMatchObject({ witness: null, entryCollector: null });
  });
});
