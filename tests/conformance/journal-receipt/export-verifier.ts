/**
 * Verifies an export of a journal from the published specifications alone (signed-note, RFC 6962 section 2.1, tlog-cosignature):
 * node export-verifier.ts FOLDER VERIFIER-KEY [WITNESS-KEY]. It shares no line with the journal and needs nothing but Node.
 */
import { verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { bytesOf, keyOf, must, openColumns, openNote, sha256 } from './receipt-verifier.ts';

export interface VerifiedExport {
  origin: string;
  first: number;
  last: number;
  /** Operator of each entry, where it is not sealed. */
  operators: (string | null)[];
  /** Unix seconds; null where no witness was named. */
  cosigned: number | null;
}

/** @throws {Error} saying what does not fit */
export function verifyExport(folder: string, verifierKey: string, witnessKey: string | null = null): VerifiedExport {
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const [form, origin = '', range = '', root = '', ...files] = openNote(read('statement.note').toString('utf8'), verifierKey).trimEnd().split('\n');
  must(form === 'tekser-journal-export/1' && origin === keyOf(verifierKey).name, 'not an export of this journal');
  for (const line of files) {
    const [name = '', hash] = line.split(' ');
    must(sha256(read(name)).toString('hex') === hash, `${name} is not the file that was signed`);
  }
  const [first = 0, last = 0] = range.split(' ').map(Number);
  const [header, ...lines] = read('entries.jsonl').toString('utf8').trimEnd().split('\n');
  const { before } = JSON.parse(header!) as { before: { hash: string; peaks: string[] } };
  must(lines.length === last - first + 1, 'entries are missing');
  let link = before.hash;
  const peaks = before.peaks.map((peak) => Buffer.from(peak, 'hex'));
  const operators = lines.map((line, index) => {
    const { text, open } = JSON.parse(line) as { text: string; open: string | null };
    const [, previous, columns = ''] = text.split('\n');
    must(previous === link, `entry ${first + index} continues another one`);
    must(Number(columns.split(' ')[0]) === first + index, `entry ${first + index} is out of its place`);
    const leaf = sha256(Buffer.of(0), Buffer.from(text));
    link = leaf.toString('hex');
    addLeaf(peaks, first + index - 1, leaf);
    return open === null ? null : openColumns(text, bytesOf(open))[0]!;
  });
  must(rootOfPeaks(peaks).equals(bytesOf(root)), 'the entries are not the signed tree');
  return { origin, first, last, operators, cosigned: witnessKey === null ? null : witnessed(read('witness.txt').toString('utf8'), last, verifierKey, witnessKey) };
}

function addLeaf(peaks: Buffer[], size: number, leaf: Buffer): void {
  let node = leaf;
  for (let left = size; left % 2 === 1; left = (left - 1) / 2) node = sha256(Buffer.of(1), peaks.pop()!, node);
  peaks.push(node);
}

const rootOfPeaks = (peaks: readonly Buffer[]): Buffer => peaks.reduceRight((right, left) => sha256(Buffer.of(1), left, right));

/** Here for a checkpoint over exactly the exported tree, which needs no proof; the product's own verifier follows longer ones. */
function witnessed(text: string, last: number, verifierKey: string, witnessKey: string): number {
  const note = text.slice(text.indexOf('\n\n') + 2);
  const body = openNote(note, verifierKey);
  must(body.split('\n')[1] === String(last), 'the witness signed another size');
  const { name, id, publicKey } = keyOf(witnessKey);
  for (const line of note.split('\n')) {
    const [dash, signer, encoded = ''] = line.split(' ');
    const bytes = dash === '\u2014' && signer === name ? bytesOf(encoded) : Buffer.alloc(0);
    if (!bytes.subarray(0, 4).equals(id)) continue;
    const seconds = Number(bytes.readBigUInt64BE(4));
    must(verify(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${body}`), publicKey, bytes.subarray(12)), 'the witness did not sign this');
    return seconds;
  }
  throw new Error('the witness has not signed');
}

if (import.meta.main) {
  const [, , folder = '', key = '', witness] = argv;
  const { origin, first, last } = verifyExport(folder, key, witness ?? null);
  process.stdout.write(`proved: entries ${first} to ${last}, ${origin}\n`);
}
