/** What an export that was broken off has already written: whole lines stay, a torn one goes. */
import { createReadStream, existsSync } from 'node:fs';
import { open, truncate } from 'node:fs/promises';

const LINE_FEED = 10;

/** Whether the file is there and its first line is this one. */
export async function beginsWithLine(file: string, line: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  const wanted = Buffer.from(`${line}\n`);
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted.length), 0, wanted.length, 0);
    return buffer.subarray(0, bytesRead).equals(wanted);
  } finally {
    await handle.close();
  }
}

/** Cuts the file behind its last whole line. @returns whole lines; 0 for a file that is not there */
export async function keepWholeLines(file: string): Promise<number> {
  return (await keepLines(file, Number.MAX_SAFE_INTEGER)).lines;
}

/** Cuts the file behind so many lines at most. */
export async function keepLines(file: string, most: number): Promise<{ lines: number }> {
  if (!existsSync(file)) return { lines: 0 };
  let lines = 0;
  let end = 0;
  let offset = 0;
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Buffer;
    for (let at = bytes.indexOf(LINE_FEED); at >= 0 && lines < most; at = bytes.indexOf(LINE_FEED, at + 1)) {
      lines += 1;
      end = offset + at + 1;
    }
    offset += bytes.length;
  }
  if (end < offset) await truncate(file, end);
  return { lines };
}
