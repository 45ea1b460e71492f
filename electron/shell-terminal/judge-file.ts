/** Judges a signed file of any size: in memory where its form wants that, else as a stream with the progress shown. */
import { open } from 'node:fs/promises';
import { fileByteSource } from '../adapters/files/file-byte-source.ts';
import { nodeStreamedDigests } from '../adapters/node-streamed-digests.ts';
import { type FileAnswer, recogniseContainer, type Trust } from '../core/trust/index.ts';
import type { ByteSource } from '../ports/trust/byte-source.ts';
import type { Evidence } from './lines/answer-evidence.ts';
import { usageFailure } from './command-failure.ts';
import { readBounded } from './arguments/read-input.ts';
import type { Terminal } from './terminal.ts';
import { fill } from './texts/index.ts';

/** Read whole: a signature without a large content. */
const LARGEST_IN_MEMORY = 64 * 1024 * 1024;
/** XML, archives and PDF are judged whole; each has a bound of its own. */
const LARGEST_FORM = 256 * 1024 * 1024;
const LONGEST_MARK = 64;

export interface JudgedInput {
  file: string;
  content?: string;
  at?: Date;
  evidence?: Evidence;
}

/** @throws {CommandFailure} for files that cannot be read */
export async function judgeFile(trust: Trust, { file, content, ...demand }: JudgedInput, terminal: Terminal): Promise<FileAnswer> {
  const source = await sourceOf(file);
  const isCms = recogniseContainer(await beginningOf(file)) === 'cms';
  const isSmall = source.bytes <= LARGEST_IN_MEMORY;
  if (!isCms) {
    const given = content === undefined ? {} : { content: await readBounded(content, LARGEST_FORM) };
    return trust.verifyFile({ file: await readBounded(file, LARGEST_FORM), ...given, ...demand });
  }
  if (isSmall && content === undefined) return trust.verifyFile({ file: withoutBase64(await readBounded(file, LARGEST_IN_MEMORY)), ...demand });
  const signature = isSmall ? inMemory(withoutBase64(await readBounded(file, LARGEST_IN_MEMORY))) : source;
  const question = { signature, ...(content !== undefined && { content: await sourceOf(content) }), progress: shownOn(terminal), ...demand };
  const answer = await trust.verifyStream(question, nodeStreamedDigests).catch((cause: unknown) => {
    if (cause instanceof Error && ('syscall' in cause || cause.name === 'FileChanged')) throw usageFailure('file-unreadable', content ?? file, { cause });
    throw cause;
  });
  return { container: 'cms', ...answer };
}

async function sourceOf(path: string): Promise<ByteSource> {
  return fileByteSource(path).catch((cause: unknown) => {
    throw usageFailure('file-unreadable', path, { cause });
  });
}

async function beginningOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(LONGEST_MARK), 0, LONGEST_MARK, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw usageFailure('file-unreadable', path, { cause });
  }
}

const inMemory = (bytes: Uint8Array<ArrayBuffer>): ByteSource => ({
  bytes: bytes.length,
  async *read() {
    yield bytes;
  },
});

function shownOn(terminal: Terminal): (read: number, of: number) => void {
  let shown = -1;
  return (read, of) => {
    const percent = of === 0 ? 100 : Math.floor((100 * read) / of);
    if (percent === shown) return;
    shown = percent;
    terminal.progress(fill(terminal.text.verify.reading, { percent }));
  };
}

/** Portals hand signatures out as bare Base64; DER begins with a SEQUENCE (0x30 and a length, never two letters of text) and PEM with dashes. */
function withoutBase64(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const isText = bytes.every((octet) => octet < 0x80);
  const text = isText ? Buffer.from(bytes).toString('latin1').trim() : '';
  return text !== '' && /^[A-Za-z0-9+/\s]+={0,2}$/.test(text) ? new Uint8Array(Buffer.from(text, 'base64')) : bytes;
}
