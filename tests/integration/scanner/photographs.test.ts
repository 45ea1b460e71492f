/** A sample of photographs others made: the product reads no fewer than the library alone, and never what is not there. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openQrBench } from '../../bench/qr/bench-browser.ts';
import { openPictureSet } from '../../bench/qr/picture-set.ts';
import { reportOf } from '../../bench/qr/qr-report.ts';
import type { Seen } from '../../bench/qr/tally.ts';

const FOLDER = resolve(import.meta.dirname, '../../../../shared/data/qr');
/** All of them take minutes: that is what `npm run bench:qr` is for. */
const EVERY = 25;

test.skipIf(!existsSync(FOLDER))('a sample of the photographs (skipped where the folder of shared data is absent)', async () => {
  const pictures = await openPictureSet(FOLDER);
  if (!pictures.ok) throw new Error(pictures.failure);
  await using bench = await openQrBench(FOLDER);
  const seen: Seen[] = [];
  for (const picture of pictures.value.filter((_, index) => index % EVERY === 0)) {
    seen.push({ picture, answer: await bench.look(picture, { rungs: false }) });
  }
  const { all, film } = reportOf(seen);
  expect(all.product.pictures).toBeGreaterThan(10);
  expect(all.product.read).toBeGreaterThanOrEqual(all['zxing-wasm'].read);
  expect(all['zxing-wasm'].read).toBeGreaterThan(all['zxing-browser'].read);
  expect({ misread: all.product.misread, falseReads: all.product.falseReads }).toEqual({ misread: 0, falseReads: 0 });
  expect({ misread: film.misread, falseReads: film.falseReads }).toEqual({ misread: 0, falseReads: 0 });
});
