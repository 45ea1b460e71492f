/** Entrance of the signing room: orders for signatures, and the signatures themselves. */
export type {
  Asking,
  FileKind,
  KeyDescription,
  KeyFilter,
  OrderRefusal,
  SignatureForm,
  Signed,
  SigningDesk,
  SigningOrder,
  ToSign,
} from './signing-order.ts';
export { FILE_STORE } from './signing-order.ts';
export { addTimeStamp } from './cms/add-time-stamp.ts';
export { type CmsInput, signCms, signDigest } from './cms/sign-cms.ts';
export { type PiecesInput, signPieces } from './cms/sign-pieces.ts';
export { signEnvelope } from './xml/sign-envelope.ts';
export { signXml } from './xml/sign-xml.ts';
export { createSigningRoom, type SigningRoom } from './desk/create-signing-desk.ts';
export { fileKeyPlaces, type KeyPlaces } from './desk/key-places.ts';
export { workstationKeyPlaces } from './desk/workstation-key-places.ts';
export { signManifest } from './sign-manifest.ts';
export { createFileSigner, type FileOrder, type FileRefusal, type FileSigner, type SignedFile } from './sign-file.ts';
