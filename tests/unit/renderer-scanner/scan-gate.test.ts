/** One presentation of a code is taken once. */
import { expect, test } from 'vitest';
import type { DecodedCode } from '../../../renderer/features/qr-scanner/reading/decoder.ts';
import { createScanGate } from '../../../renderer/features/qr-scanner/reading/scan-gate.ts';

const code = (text: string, symbology: DecodedCode['symbology'] = 'qr'): DecodedCode => ({
  text,
  symbology,
  box: { left: 0, top: 0, right: 9, bottom: 9 },
});

test('takes a code once however long it stays in view', () => {
  const gate = createScanGate();
  expect(gate.offer([code('a')], 0)).toEqual({ kind: 'take', text: 'a' });
  for (let at = 33; at < 60_000; at += 33) expect(gate.offer([code('a')], at)).toEqual({ kind: 'ignore' });
});

test('takes it again after it was out of view for a while, not after a blink', () => {
  const gate = createScanGate();
  gate.offer([code('a')], 0);
  expect(gate.offer([], 1000)).toEqual({ kind: 'ignore' });
  expect(gate.offer([code('a')], 2000)).toEqual({ kind: 'ignore' });
  expect(gate.offer([code('a')], 6000)).toEqual({ kind: 'take', text: 'a' });
});

test('another code is taken at once', () => {
  const gate = createScanGate();
  gate.offer([code('a')], 0);
  expect(gate.offer([code('b')], 33)).toEqual({ kind: 'take', text: 'b' });
});

test('several codes are told and none is taken', () => {
  const gate = createScanGate();
  expect(gate.offer([code('a'), code('b')], 0)).toEqual({ kind: 'several' });
  expect(gate.offer([code('a')], 33)).toEqual({ kind: 'take', text: 'a' });
});

test('a linear code must be read twice alike', () => {
  const gate = createScanGate();
  expect(gate.offer([code('880412400096', 'linear')], 0)).toEqual({ kind: 'ignore' });
  expect(gate.offer([code('880412400099', 'linear')], 33)).toEqual({ kind: 'ignore' });
  expect(gate.offer([code('880412400099', 'linear')], 66)).toEqual({ kind: 'take', text: '880412400099' });
});
