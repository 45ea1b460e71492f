/**
 * An attached SignedData around content of any size, written while the content is read: BER with indefinite lengths outside and a
 * streamed OCTET STRING inside (X.690 8.1.3.6, 8.7.3), so that a file of gigabytes needs the memory of one piece.
 */
import { type Bytes, context, headerOf, joined, objectIdentifier, setOf, TAG } from '../../../trust/asn1/index.ts';
import { CMS_OID, integer, taggedSet } from './elements.ts';
import { type SignedDataParts, withoutRepeats } from './signed-data.ts';

const INDEFINITE = 0x80;
const CONSTRUCTED_OCTET_STRING = 0x24;
const END_OF_CONTENTS = Uint8Array.of(0, 0);

export interface StreamedSigners extends Pick<SignedDataParts, 'version' | 'digestAlgorithms' | 'certificates' | 'revocationInfo'> {
  /** Hears each piece before it is written. */
  update(piece: Bytes): void;
  /** All SignerInfos, when every piece was heard. */
  finish(): Promise<readonly Bytes[]>;
}

const open = (tag: number): Bytes => Uint8Array.of(tag, INDEFINITE);

export async function* streamSignedData(content: AsyncIterable<Uint8Array>, signers: StreamedSigners): AsyncGenerator<Bytes> {
  yield joined(
    open(TAG.sequence),
    objectIdentifier(CMS_OID.signedData),
    open(context(0)),
    open(TAG.sequence),
    integer(Uint8Array.of(signers.version)),
    setOf(...withoutRepeats(signers.digestAlgorithms)),
    open(TAG.sequence),
    objectIdentifier(CMS_OID.data),
    open(context(0)),
    open(CONSTRUCTED_OCTET_STRING),
  );
  for await (const piece of content) {
    if (piece.length === 0) continue;
    const bytes = new Uint8Array(piece.buffer as ArrayBuffer, piece.byteOffset, piece.length);
    signers.update(bytes);
    // The content goes on where it lies, behind the header of its piece.
    yield headerOf(TAG.octetString, bytes.length);
    yield bytes;
  }
  const signerInfos = await signers.finish();
  // Ends of: the octets, [0], EncapsulatedContentInfo.
  const ends = [END_OF_CONTENTS, END_OF_CONTENTS, END_OF_CONTENTS];
  const revocationInfo = signers.revocationInfo.length === 0 ? [] : [taggedSet(context(1), signers.revocationInfo)];
  yield joined(...ends, taggedSet(context(0), withoutRepeats(signers.certificates)), ...revocationInfo, setOf(...signerInfos));
  // Ends of: SignedData, [0], ContentInfo.
  yield joined(...ends);
}
