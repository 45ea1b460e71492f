/** Run as a process of its own: reads inputs of up to 64 KB that were made of good ones, and prints by how many megabytes the process grew over all of them. */
import fc from 'fast-check';
import { FILES, isAnswered, mutations, READERS, SIGNING_INPUTS } from './fuzzed-forms.ts';

export interface FuzzedAnswer {
  name: string;
  runs: number;
  /** Octets of the largest input. */
  largest: number;
  grownMegabytes: number;
}

const MOST = 64 * 1024;
const RUNS = 60;
const answers: FuzzedAnswer[] = [];
const highWater = (): number => process.resourceUsage().maxRSS / 1024;

for (const form of [...READERS, ...FILES, ...SIGNING_INPUTS]) {
  // What the reader itself takes is there before anything is measured.
  await form.read(Uint8Array.from(form.seed));
  const before = highWater();
  let largest = 0;
  let runs = 0;
  const answered = fc.asyncProperty(mutations(form.seed, MOST), async (bytes) => {
    largest = Math.max(largest, bytes.length);
    runs += 1;
    return isAnswered(form, bytes);
  });
  await fc.assert(answered, { numRuns: RUNS });
  answers.push({ name: form.name, runs, largest, grownMegabytes: highWater() - before });
}
process.stdout.write(JSON.stringify(answers));
