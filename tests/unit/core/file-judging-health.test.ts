/** A desk whose threads for large files cannot be loaded says so in its health, and works on. */
import { afterEach, expect, test } from 'vitest';
import { appBench, type AppBench } from '../../fakes/benches/app-bench.ts';
import { GOOD_QR } from '../../fakes/benches/checking-bench.ts';

let bench: AppBench;
afterEach(() => bench.app.stop());
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('is told while it lasts, and no document at the desk depends on it', async () => {
  bench = await appBench();
  const { app, time, heard } = bench;
  await app.start();
  await settled();
  await bench.signIn('tson', 'state-service');
  expect(await app.handlers.app.health(null)).toMatchObject({ fileJudging: 'able' });
  bench.fileJudging = 'unable';
  time.advance(30_000);
  await settled();
  expect(heard.findLast(({ name }) => name === 'app.healthChanged')?.payload).toMatchObject({ fileJudging: 'unable' });
  expect(await app.handlers.files.check({ file: new Uint8Array(70_000), content: null })).toMatchObject({ verdict: 'cannot-determine', checks: [{ code: 'judging-unavailable' }, {}, {}, {}, {}] });
  expect(await app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ verdict: 'valid' });
  bench.fileJudging = 'able';
  time.advance(30_000);
  await settled();
  expect(heard.findLast(({ name }) => name === 'app.healthChanged')?.payload).toMatchObject({ fileJudging: 'able' });
});
