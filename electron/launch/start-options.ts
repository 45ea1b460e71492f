/** The command line of `npm start`. */
import { parseArgs } from 'node:util';
import { failure, type Result, success } from '../../shared/util/result.ts';

export interface StartOptions {
  /** Null lets the program choose. */
  shell: 'electron' | 'chromium' | null;
  data: string | null;
  connection: string | null;
  seed: number;
}

const DEFAULT_SEED = 1;

export const START_HELP = `npm start -- [options]

Opens the workstation. Without --connection it runs on the embedded stand:
synthetic people, a citizen's phone in a second window, nothing leaves this machine.

  --shell electron|chromium   the window to use; by default Electron where it can be had
  --data DIR                  where journal, keys and preferences are kept
  --connection FILE           connection file of real systems, or of a stand that already runs
  --seed N                    which synthetic population the stand makes (default ${DEFAULT_SEED})
  --help                      this text`;

/** The failure is a sentence for people. */
export function parseStartOptions(args: readonly string[]): Result<StartOptions | 'help', string> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        shell: { type: 'string' },
        data: { type: 'string' },
        connection: { type: 'string' },
        seed: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return failure((error as Error).message);
  }
  const { shell = null, data = null, connection = null, seed = String(DEFAULT_SEED), help = false } = values;
  if (help) return success('help');
  if (shell !== null && shell !== 'electron' && shell !== 'chromium') return failure(`--shell is electron or chromium, not “${shell}”`);
  if (!/^\d{1,9}$/.test(seed)) return failure(`--seed is a whole number, not “${seed}”`);
  if (connection !== null && values.seed !== undefined) return failure('--seed belongs to the stand and cannot be used with --connection');
  return success({ shell, data, connection, seed: Number(seed) });
}
