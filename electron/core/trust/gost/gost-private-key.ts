/** Private keys of Kazakh GOST out of PKCS#8, in both forms the NCA has written them in. */
import { type Bytes, complete, DerReader, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { integerOctets } from '../asn1/der-values.ts';
import type { GostCurve } from './curves.ts';
import { littleEndian } from './gost-34-10.ts';

/**
 * Keys of 2015 are an OCTET STRING, little-endian; keys of 2004 are an INTEGER. The number is a bigint and cannot be wiped.
 * @throws {Malformed} when it is no private key of the curve.
 */
export function readGostSecret({ size, Point }: GostCurve, contents: Bytes): bigint {
  const secret = complete(new DerReader(contents), (reader) =>
    reader.next() === TAG.integer ? ofInteger(reader) : ofOctets(reader, size),
  );
  if (secret <= 0n || secret >= Point.Fn.ORDER) throw new Malformed('private key outside its group');
  return secret;
}

function ofOctets(reader: DerReader, size: number): bigint {
  const { content } = reader.expect(TAG.octetString);
  if (content.length !== size) throw new Malformed('private key of another length');
  return littleEndian(content);
}

function ofInteger(reader: DerReader): bigint {
  const octets = integerOctets(reader.expect(TAG.integer));
  if (octets[0]! >= 0x80) throw new Malformed('negative private key');
  const reversed = octets.toReversed();
  const secret = littleEndian(reversed);
  reversed.fill(0);
  return secret;
}
