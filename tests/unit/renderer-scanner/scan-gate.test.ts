/** One presentation of a code is taken once. */
import { expect, test } from 'vitest';
import type { DecodedCode } from '../../../renderer/features/qr-scanner/reading/decoder.ts';
import { createScanGate } from '../../../renderer/features/qr-scanner/reading/scan-gate.ts';

const code = (text: string, symbology: DecodedCode['symbology'] = 'qr'): DecodedCode => ({
  text,
  symbology,
  box: { left: 0, top: 0, right: 9, bottom: 9 },
});

/** Every text here says what it is, but for one. */
const known = (text: string) => text !== 'chance letters';

test('takes a code once however long it stays in view', () => {
  const gate = createScanGate(known);
  expect(gate.offer([code('a')], 0)).toEqual({ kind: 'take', text: 'a' });
  for (let at = 33; at < 60_000; at += 33) expect(gate.offer([code('a')], at)).toEqual({ kind: 'ignore' });
});

test('takes it again after it was out of view for a while, not after a blink', () => {
  const gate = createScanGate(known);
  gate.offer([code('a')], 0);
  expect(gate.offer([], 1000)).toEqual({ kind: 'ignore' });
  expect(gate.offer([code('a')], 2000)).toEqual({ kind: 'ignore' });
  expect(gate.offer([code('a')], 6000)).toEqual({ kind: 'take', text: 'a' });
});

test('another code is taken at once', () => {
  const gate = createScanGate(known);
  gate.offer([code('a')], 0);
  expect(gate.offer([code('b')], 33)).toEqual({ kind: 'take', text: 'b' });
});

test('several codes are told and none is taken', () => {
  const gate = createScanGate(known);
  expect(gate.offer([code('a'), code('b')], 0)).toEqual({ kind: 'several' });
  expect(gate.offer([code('a')], 33)).toEqual({ kind: 'take', text: 'a' });
});

test('a linear code must be read twice alike', () => {
  const gate = createScanGate(known);
  expect(gate.offer([code('880412400096', 'linear')], 0)).toEqual({ kind: 'ignore' });
  expect(gate.offer([code('880412400099', 'linear')], 33)).toEqual({ kind: 'ignore' });
  expect(gate.offer([code('880412400099', 'linear')], 66)).toEqual({ kind: 'take', text: '880412400099' });
});

test('so must a text that does not say what it is', () => {
  const gate = createScanGate(known);
  expect(gate.offer([code('chance letters')], 0)).toEqual({ kind: 'ignore' });
  expect(gate.offer([code('a')], 33)).toEqual({ kind: 'take', text: 'a' });
  expect(gate.offer([code('chance letters')], 66)).toEqual({ kind: 'ignore' });
  expect(gate.offer([code('chance letters')], 99)).toEqual({ kind: 'take', text: 'chance letters' });
});
