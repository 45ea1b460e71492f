/** Run as a process of its own: judges hostile documents of 64 KB, and prints what was said of each and by how many megabytes the process grew. */
import { Malformed } from '../../../../electron/core/trust/malformed.ts';
import { verifyFile } from '../../../../electron/core/trust/file/verify-file.ts';
import { canonicalize } from '../../../../electron/core/trust/xml/canonicalize.ts';
import { readXml } from '../../../../electron/core/trust/xml/syntax/read-xml.ts';
import { HOSTILE_KINDS, hostileDocuments } from '../../../fakes/hostile/hostile-documents.ts';

export interface HostileAnswer {
  name: string;
  octets: number;
  container: string;
  state: string;
  grownMegabytes: number;
}

const context = { store: { anchors: [], intermediates: [] }, revocation: { statusOf: async () => ({ state: 'good', asOf: new Date(0) }) as const }, now: new Date(0) };
const answers: HostileAnswer[] = [];
const highWater = (): number => process.resourceUsage().maxRSS / 1024;

function write(octets: Uint8Array, exclusive: boolean): void {
  try {
    canonicalize({ document: readXml(octets) }, { exclusive, comments: true, inclusivePrefixes: [] });
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
  }
}

for (const kind of HOSTILE_KINDS) {
  for await (const { name, octets } of hostileDocuments(kind)) {
    const before = highWater();
    const { container, state, checks } = await verifyFile({ file: octets }, context);
    // What is refused only for having no signature can be read, and so be written as a signature would need it.
    if (container === 'xml' && checks[0]?.code === 'signature-missing') for (const exclusive of [true, false]) write(octets, exclusive);
    answers.push({ name, octets: octets.length, container, state, grownMegabytes: highWater() - before });
  }
}
process.stdout.write(JSON.stringify(answers));
