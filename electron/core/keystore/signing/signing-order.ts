/** What somebody asks to have signed and by which kind of key; whether it is signed, a person decides at the workstation. */
import type { Language } from '../../../../shared/domain/localized.ts';
import type { SigningCaller } from '../../../../shared/domain/signing/signing-request.ts';
import type { Result } from '../../../../shared/util/result.ts';

export type SignatureForm =
  /** CAdES-BES, or CAdES-T with a time-stamp. */
  | { type: 'cms'; attached: boolean; timeStamp: boolean }
  /** Enveloped XML-DSig. `signedPath` and `parentPath` are XPaths; an empty one means the root element. */
  | { type: 'xml'; layout: 'compact' | 'wrapped'; signedPath: string; parentPath: string }
  /** The bare signature value. */
  | { type: 'raw' };

export type ToSign =
  | { type: 'bytes'; bytes: Uint8Array<ArrayBuffer>; name: string | null }
  /** Only its digest is known, so nobody here can see what is signed. */
  | { type: 'digest'; digest: Uint8Array<ArrayBuffer> }
  /** A path the person picked in this session; any other is not found. */
  | { type: 'picked-file'; path: string };

/** NCALayer's name of the store that key files are; every other one is of hardware. */
export const FILE_STORE = 'PKCS12';

export interface KeyFilter {
  /** Names of NCALayer (`PKCS12`, `AKKaztokenStore` …); null for any that is there. */
  stores: readonly string[] | null;
  usage: 'signing' | 'authentication' | 'any';
  /** All of them must be in the certificate. */
  purposes: readonly string[];
  iin: string | null;
  bin: string | null;
  /** Hexadecimal or decimal: portals write both. */
  serial: string | null;
  /** `trusted`: only what leads to an anchor of the workstation. `any`: test keys too. Otherwise DER of the authorities that may have issued it. */
  issuers: 'trusted' | 'any' | readonly Uint8Array<ArrayBuffer>[];
  /** Asked for by the caller; the policy of the workstation must allow it as well. */
  allowExpired: boolean;
  allowRevoked: boolean;
}

export interface SigningOrder {
  form: SignatureForm;
  documents: readonly ToSign[];
  keys: KeyFilter;
}

/** Who asks, in which language the caller speaks to the person, and whether the caller still waits. */
export interface Asking {
  caller: SigningCaller;
  /** Null leaves it to the language of the workstation. */
  locale: Language | null;
  /** Aborted when the caller has gone: the dialog closes and nothing is signed. */
  signal: AbortSignal;
}

export interface Signed {
  /** In the order of the documents: DER (CMS), UTF-8 (XML) or the value itself (raw). */
  signatures: Uint8Array<ArrayBuffer>[];
  /** DER of the signer's certificate. */
  certificate: Uint8Array<ArrayBuffer>;
}

export interface KeyDescription {
  certificate: Uint8Array<ArrayBuffer>;
  /** Name of the key in its store. */
  alias: string;
}

export type OrderRefusal =
  /** By the person, by the policy on callers, or because the caller went away: a caller learns no more. */
  | { code: 'cancelled' }
  /** The named store is not known here, or holds nothing now. */
  | { code: 'store-unknown' }
  | { code: 'store-empty' }
  | { code: 'file-not-found' }
  | { code: 'document-malformed'; detail: string }
  /** The signature could not be made or stamped. */
  | { code: 'failed'; detail: string };

export type FileKind = 'directory' | 'key' | 'certificate' | 'crl' | 'any';

/** The person at the workstation, as those who want signatures see them. One dialog at a time; requests wait for their turn. */
export interface SigningDesk {
  /** Hardware stores that are plugged in now, by their names in NCALayer. Files are always there and not listed. */
  hardwareStores(): Promise<readonly string[]>;
  sign(order: SigningOrder, asking: Asking): Promise<Result<Signed, OrderRefusal>>;
  /** Shows whose certificate goes to the caller. */
  describeKey(keys: KeyFilter, asking: Asking): Promise<Result<KeyDescription, OrderRefusal>>;
  /** DER of the CMS with a time-stamp on each of its signatures that has none. */
  addTimeStamp(signature: Uint8Array<ArrayBuffer>, asking: Asking): Promise<Result<Uint8Array<ArrayBuffer>, OrderRefusal>>;
  /** Absolute path of what the person picks. */
  chooseFile(kind: FileKind, asking: Asking): Promise<Result<string, OrderRefusal>>;
  /** Brings the settings of the service in front of the person. */
  showSettings(): void;
}
