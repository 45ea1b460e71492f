/** CRC-32 of ISO 3309, as archives carry it: it finds damage, and proves nothing. */

const TABLE = Uint32Array.from({ length: 256 }, (_, octet) => {
  let value = octet;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const octet of bytes) value = (value >>> 8) ^ TABLE[(value ^ octet) & 0xff]!;
  return ~value >>> 0;
}
