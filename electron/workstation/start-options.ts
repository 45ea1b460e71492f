/** The command line of `npm start`, which the Electron shell reads again in its own process. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { failure, type Result, success } from '../../shared/util/result.ts';

export interface StartOptions {
  /** Null lets the program choose. */
  shell: 'electron' | 'chromium' | null;
  data: string | null;
  connection: string | null;
  seed: number;
}

const DEFAULT_SEED = 1;

const Values = z.object({
  shell: z.enum(['electron', 'chromium']).optional(),
  data: z.string().min(1).optional(),
  connection: z.string().min(1).optional(),
  seed: z
    .string()
    .regex(/^\d{1,9}$/, 'is a whole number')
    .transform(Number)
    .optional(),
});

export const START_HELP = `npm start -- [options]

Opens the workstation. Without --connection it runs on the embedded stand:
synthetic people, a citizen's phone in a second window, nothing leaves this machine.

  --shell electron|chromium   the window to use; by default Electron where it can be had
  --data DIR                  where journal, keys and preferences are kept; one directory serves one environment
  --connection FILE|URL       connection file of real systems, or the address of a stand that already runs
  --seed N                    which synthetic population the stand makes (default ${DEFAULT_SEED})
  --help                      this text`;

/**
 * The failure is a sentence for people. In Electron unknown switches are ignored: the system and Chromium add their own.
 */
export function parseStartOptions(args: readonly string[], unknown: 'refused' | 'ignored' = 'refused'): Result<StartOptions | 'help', string> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      strict: unknown === 'refused',
      allowPositionals: unknown === 'ignored',
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
  if (values.help === true) return success('help');
  const parsed = Values.safeParse(values);
  if (!parsed.success) return failure(z.prettifyError(parsed.error));
  const { shell = null, data = null, connection = null, seed } = parsed.data;
  if (connection !== null && seed !== undefined) return failure('--seed belongs to the stand and cannot be used with --connection');
  return success({ shell, data, connection, seed: seed ?? DEFAULT_SEED });
}
