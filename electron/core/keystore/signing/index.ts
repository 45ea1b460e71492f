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
export { addTimeStamp } from './cms/add-time-stamp.ts';
export { type CmsInput, signCms, signDigest, signPieces, signPiecesAttached } from './cms/sign-cms.ts';
