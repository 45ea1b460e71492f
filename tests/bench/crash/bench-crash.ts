/** `npm run bench:crash`: ends a desk by force so many times, and says what of its journal was lost: nothing, or the command fails. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT } from '../../../electron/launch/exit-code.ts';
import { type CrashCampaign, crashMigrations, crashRepeatedly } from '../../integration/journal-crash/crash-harness.ts';

const LIVES = 40;
const LONGEST_MS = 1_200;
const MIGRATION_LONGEST_MS = 300;
const EARLIER_ENTRIES = 2_000;
/** Of all kills, those that meet a migration. */
const MIGRATIONS_SHARE = 1 / 5;

const HELP = `npm run bench:crash -- [--kills N]

Starts a desk and ends it with SIGKILL after a random time, N times (default 1000): four times of five while it opens its journal or,
twice as often, appends, takes checkpoints and has them cosigned, delivers marks, copies to a collector and goes on from a backup; else while it brings
the journal of an earlier schema up to date, each in turn. Afterwards every acknowledged entry must be there once, each mark and copy must
have arrived once, the chain must hold, and nothing may be called delivered that is not. Each journal dies ${LIVES} times before it is looked at.`;

async function crash(kills: number): Promise<CrashCampaign> {
  const whole: CrashCampaign = { kills: 0, worked: 0, acknowledged: 0, faults: [] };
  const add = (part: CrashCampaign): void => {
    whole.kills += part.kills;
    whole.worked += part.worked;
    whole.acknowledged += part.acknowledged;
    whole.faults.push(...part.faults);
    console.log(`${whole.kills} killed, ${whole.worked} of them at work, ${whole.acknowledged} entries acknowledged, ${whole.faults.length} faults`);
  };
  const migrations = Math.round(kills * MIGRATIONS_SHARE);
  for (let left = kills - migrations; left > 0; left -= LIVES) {
    const folder = mkdtempSync(join(tmpdir(), 'tekser-bench-crash-'));
    add(await crashRepeatedly(folder, Math.min(LIVES, left), LONGEST_MS));
    // What failed is kept to be looked at.
    if (whole.faults.length === 0) rmSync(folder, { recursive: true });
    else console.log(`kept in ${folder}`);
  }
  for (let left = migrations; left > 0; left -= LIVES) add(await crashMigrations(Math.min(LIVES, left), EARLIER_ENTRIES, MIGRATION_LONGEST_MS));
  return whole;
}

const { values } = parseArgs({ options: { kills: { type: 'string', default: '1000' }, help: { type: 'boolean', default: false } } });
const kills = Number(values.kills);
if (values.help || !(Number.isInteger(kills) && kills > 0)) {
  console.log(HELP);
  if (!values.help) process.exitCode = EXIT.usage;
} else {
  const { faults } = await crash(kills);
  for (const fault of faults.slice(0, 50)) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}
