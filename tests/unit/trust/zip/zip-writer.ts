/** ZIP archives made by the tests, each header of which may be wrong. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface FileTrial {
  name: string;
  content: Uint8Array;
  stored?: boolean;
  /** Of both headers. */
  flags?: number;
  method?: number;
  size?: number;
  crc?: number;
  packed?: Uint8Array;
  /** Of the header in front of the file alone. */
  local?: { name?: string; flags?: number; method?: number; size?: number; extra?: Uint8Array };
  /** Of the directory alone. */
  offset?: number;
  extra?: Uint8Array;
  attributes?: number;
  /** Sizes behind the data, with or without their signature. */
  descriptor?: 'signed' | 'bare' | 'wrong';
  /** Octets after the file that belong to nothing. */
  gap?: Uint8Array;
}

export interface ArchiveTrial {
  front?: Uint8Array;
  /** Before the end of the directory. */
  beforeEnd?: Uint8Array;
  comment?: Uint8Array;
  behind?: Uint8Array;
  count?: number;
}

const u16 = (value: number): Buffer => Buffer.from(Uint16Array.of(value).buffer);
const u32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);
const EMPTY = new Uint8Array();

export function zip(files: readonly FileTrial[], { front = EMPTY, beforeEnd = EMPTY, comment = EMPTY, behind = EMPTY, count = files.length }: ArchiveTrial = {}): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [front];
  const directory: Uint8Array[] = [];
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  for (const file of files) {
    const { name, content, stored = false, descriptor, local = {}, extra = EMPTY, attributes = 0 } = file;
    const packed = file.packed ?? (stored ? content : deflateRawSync(content));
    const flags = file.flags ?? (descriptor === undefined ? 0 : 8);
    const method = file.method ?? (stored ? 0 : 8);
    const sizes = [u32(file.crc ?? crc32(content)), u32(packed.length), u32(file.size ?? content.length)];
    const offset = file.offset ?? length();
    const localName = Buffer.from(local.name ?? name);
    const localSizes = descriptor === undefined ? [sizes[0]!, sizes[1]!, local.size === undefined ? sizes[2]! : u32(local.size)] : [u32(0), u32(0), u32(0)];
    const localExtra = local.extra ?? EMPTY;
    parts.push(u32(0x04034b50), u16(20), u16(local.flags ?? flags), u16(local.method ?? method), u32(0), ...localSizes, u16(localName.length), u16(localExtra.length), localName, localExtra, packed);
    if (descriptor !== undefined) parts.push(...(descriptor === 'bare' ? [] : [u32(0x08074b50)]), sizes[0]!, sizes[1]!, descriptor === 'wrong' ? u32(1) : sizes[2]!);
    if (file.gap !== undefined) parts.push(file.gap);
    const octets = Buffer.from(name);
    directory.push(u32(0x02014b50), u16((3 << 8) | 20), u16(20), u16(flags), u16(method), u32(0), ...sizes, u16(octets.length), u16(extra.length), u16(0), u16(0), u16(0), u32(attributes), u32(offset), octets, extra);
  }
  const start = length();
  const listed = Buffer.concat([...directory, beforeEnd]);
  const end = [u32(0x06054b50), u16(0), u16(0), u16(count), u16(count), u32(listed.length), u32(start), u16(comment.length), comment, behind];
  return new Uint8Array(Buffer.concat([...parts, listed, ...end]));
}
