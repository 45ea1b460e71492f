/** Paths a person picked: for ten minutes, for the caller it was done for, and once. */
import { expect, it } from 'vitest';
import { createPickedPaths } from '../../../electron/core/keystore/signing/desk/picked-paths.ts';
import type { SigningCaller } from '../../../shared/domain/signing/signing-request.ts';
import { manualTime } from '../../fakes/manual-time.ts';

const TEN_MINUTES = 10 * 60 * 1000;
const PATH = '/home/document.pdf';
const PORTAL: SigningCaller = { kind: 'site', origin: 'https://portal.test' };
const OTHERS: SigningCaller[] = [
  { kind: 'site', origin: 'https://other.test' },
  { kind: 'site', origin: 'http://portal.test' },
  { kind: 'program', name: 'https://portal.test' },
  { kind: 'workstation' },
];

/** The portal's path, picked just now. */
function picked() {
  const { clock, advance } = manualTime();
  const paths = createPickedPaths(clock);
  paths.note(PORTAL, PATH);
  return { paths, advance, taken: (caller = PORTAL, path = PATH) => paths.of(caller).take(path) };
}

it('a fresh path of its caller is accepted, once', () => {
  const { taken } = picked();
  expect([taken(), taken()]).toEqual([true, false]);
});

it('a path counts for ten minutes, and a second choice makes it fresh', () => {
  const { taken, paths, advance } = picked();
  advance(TEN_MINUTES);
  expect(taken()).toBe(true);
  paths.note(PORTAL, PATH);
  advance(TEN_MINUTES + 1);
  expect(taken()).toBe(false);
  paths.note(PORTAL, PATH);
  expect(taken()).toBe(true);
});

it.each(OTHERS)('a path picked for a portal is none of $kind $origin $name, and stays the portal’s', (caller) => {
  const { taken } = picked();
  expect([taken(caller), taken()]).toEqual([false, true]);
});

it('a path nobody picked is refused beside the one that was', () => {
  const { taken } = picked();
  expect([taken(PORTAL, '/home/other.pdf'), taken(PORTAL, `${PATH}/../other.pdf`), taken()]).toEqual([false, false, true]);
});
