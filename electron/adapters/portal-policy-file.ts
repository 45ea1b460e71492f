/** The administrator's rules of the portals' signing service: a file only an administrator of the machine can write. */
import { readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PortalPolicy, PORTALS_OFF } from '../../shared/domain/signing/portal-policy.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { replaceFile } from './files/atomic-file.ts';
import { type Surroundings, thisMachine } from './files/data-directory.ts';

const NAME = 'portals.json';
/** Everyone reads, the administrator writes. */
const MODE = 0o644;

/** TEKSER_POLICY names another folder, for machines that are set up from outside and for tests. */
export function portalPolicyPath({ platform, env }: Surroundings = thisMachine): string {
  const named = env['TEKSER_POLICY'];
  if (named) return join(named, NAME);
  if (platform === 'win32') return join(env['PROGRAMDATA'] || 'C:\\ProgramData', 'Tekser', NAME);
  return platform === 'darwin' ? join('/Library/Application Support/Tekser', NAME) : join('/etc/tekser', NAME);
}

/** A missing file is the service switched off; one that is no policy is a fault, and the service stays off. */
export function readPortalPolicy(path: string = portalPolicyPath()): Result<PortalPolicy, 'malformed'> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return success(PORTALS_OFF);
  }
  try {
    const parsed = PortalPolicy.safeParse(JSON.parse(text));
    return parsed.success ? success(parsed.data) : failure('malformed');
  } catch {
    return failure('malformed');
  }
}

/** Read again when it has changed; asked for every request, so that a new rule counts at once. */
export function watchPortalPolicy(path: string = portalPolicyPath()): () => PortalPolicy {
  let stamp: string | null = null;
  let known = PORTALS_OFF;
  return () => {
    const now = stampOf(path);
    if (now !== stamp) {
      const read = readPortalPolicy(path);
      known = read.ok ? read.value : PORTALS_OFF;
      stamp = now;
    }
    return known;
  };
}

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.mtimeMs} ${found.size} ${found.ino}`;
}

/** @throws what the file system throws, EACCES for anyone but the administrator. */
export async function writePortalPolicy(policy: PortalPolicy, path: string = portalPolicyPath()): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o755 });
  await replaceFile(path, `${JSON.stringify(PortalPolicy.parse(policy), null, 2)}\n`, MODE);
}
