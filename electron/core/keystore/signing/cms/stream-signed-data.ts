/**
 * An attached SignedData around content of any size, written while the content is read: BER with indefinite lengths outside and a
 * streamed OCTET STRING inside (X.690 8.1.3.6, 8.7.3), so that a file of gigabytes needs the memory of one piece.
 */
import { type Bytes, context, joined, objectIdentifier, octets, setOf, TAG } from '../../../trust/asn1/index.ts';
import { CMS_OID, integer, taggedSet } from './elements.ts';

const INDEFINITE = 0x80;
const CONSTRUCTED_OCTET_STRING = 0x24;
const END_OF_CONTENTS = Uint8Array.of(0, 0);

export interface StreamedSigner {
  digestAlgorithm: Bytes;
  certificates: readonly Bytes[];
  /** Hears each piece before it is written. */
  update(piece: Bytes): void;
  /** SignerInfo over all pieces heard. */
  finish(): Promise<Bytes>;
}

const open = (tag: number): Bytes => Uint8Array.of(tag, INDEFINITE);

export async function* streamSignedData(content: AsyncIterable<Uint8Array>, signer: StreamedSigner): AsyncGenerator<Bytes> {
  yield joined(
    open(TAG.sequence),
    objectIdentifier(CMS_OID.signedData),
    open(context(0)),
    open(TAG.sequence),
    integer(Uint8Array.of(1)),
    setOf(signer.digestAlgorithm),
    open(TAG.sequence),
    objectIdentifier(CMS_OID.data),
    open(context(0)),
    open(CONSTRUCTED_OCTET_STRING),
  );
  for await (const piece of content) {
    if (piece.length === 0) continue;
    const bytes = new Uint8Array(piece);
    signer.update(bytes);
    yield octets(bytes);
  }
  const signerInfo = await signer.finish();
  // Ends of: the octets, [0], EncapsulatedContentInfo.
  yield joined(END_OF_CONTENTS, END_OF_CONTENTS, END_OF_CONTENTS, taggedSet(context(0), signer.certificates), setOf(signerInfo));
  // Ends of: SignedData, [0], ContentInfo.
  yield joined(END_OF_CONTENTS, END_OF_CONTENTS, END_OF_CONTENTS);
}
