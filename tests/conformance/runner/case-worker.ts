/** One worker of the runner: reads a suite, then answers one case after the other for whoever watches the clock. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Ending } from './tally.ts';
import { judgeCase } from './judge-case.ts';
import { readSuite } from './read-suite.ts';

const port = parentPort!;
const suite = readSuite((workerData as { path: string }).path);

async function endingOf(index: number): Promise<Ending> {
  try {
    return await judgeCase(suite, suite.cases[index]!);
  } catch (error) {
    return { verdict: 'crashed', why: (error as Error).stack ?? String(error) };
  }
}

port.on('message', async (index: number) => port.postMessage(await endingOf(index)));
port.postMessage('ready');
