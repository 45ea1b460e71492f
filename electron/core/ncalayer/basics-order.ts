/** From the named arguments of basics to an order for the signing desk, or the error the page expects. */
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { KeyFilter, SignatureForm, SigningOrder, ToSign } from '../keystore/signing/index.ts';
import { basicsFailure } from './answers.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './lenient-json.ts';
import { isTexts, readFilterText, readFlag } from './read-arguments.ts';
import { firstWrongLetter, readBase64 } from './read-base64.ts';
import { unknownStore } from './stores.ts';

type Reading<Value> = Result<Value, JsonObject>;

const invalid = (details: string): { ok: false; failure: JsonObject } => failure(basicsFailure('INVALID_SIGNING_PARAMS', details));
/** What org.json throws where a member is missing or of another type. */
const notAnObject = (name: string): { ok: false; failure: JsonObject } =>
  failure(basicsFailure('INVOCATION_ERROR', `org.json.JSONException: JSONObject["${name}"] is not a JSONObject.`));

/** More is no batch a person could look through. */
const MOST_DOCUMENTS = 1000;

interface SigningFlags {
  decode: boolean;
  encapsulate: boolean;
  digested: boolean;
  timeStamp: boolean;
  allowExpired: boolean;
  allowRevoked: boolean;
}

export function readBasicsOrder(args: JsonObject): Reading<SigningOrder> {
  const { signingParams, signerParams } = args;
  if (!isJsonObject(signingParams)) return notAnObject('signingParams');
  if (!isJsonObject(signerParams)) return notAnObject('signerParams');
  const flags = readFlags(signingParams);
  if (flags === null) return invalid('signingParams: a flag is neither true nor false');
  const keys = readFilter(args['allowedStorages'], signerParams, flags);
  if (!keys.ok) return keys;
  const form = readForm(args['format'], flags);
  if (form === null) return invalid(`format: ${JSON.stringify(args['format'] ?? null).slice(0, 40)}`);
  const documents = readDocuments(args['data'], form, flags);
  return documents.ok ? success({ form, documents: documents.value, keys: keys.value }) : documents;
}

function readFlags(params: JsonObject): SigningFlags | null {
  const { tsaProfile } = params;
  if (tsaProfile !== undefined && tsaProfile !== null && !isJsonObject(tsaProfile)) return null;
  const read = {
    decode: readFlag(params['decode'], false),
    encapsulate: readFlag(params['encapsulate'], true),
    digested: readFlag(params['digested'], false),
    allowExpired: readFlag(params['allowExpired'], false),
    allowRevoked: readFlag(params['allowRevoked'], false),
  };
  if (Object.values(read).includes(null) || readFlag(params['outputCert'], false) === null) return null;
  return { ...(read as Omit<SigningFlags, 'timeStamp'>), timeStamp: isJsonObject(tsaProfile) };
}

function readForm(format: JsonValue | undefined, { encapsulate, digested, timeStamp }: SigningFlags): SignatureForm | null {
  switch (format) {
    case 'cms':
      // A digest cannot be put inside as if it were the document.
      return { type: 'cms', attached: encapsulate && !digested, timeStamp };
    case 'xml':
      return { type: 'xml', layout: 'compact', signedPath: '', parentPath: '' };
    case 'raw':
      return { type: 'raw' };
    default:
      return null;
  }
}

function readDocuments(data: JsonValue | undefined, form: SignatureForm, { decode, digested }: SigningFlags): Reading<ToSign[]> {
  const texts = typeof data === 'string' ? [data] : data;
  if (!isTexts(texts) || texts.length === 0) return invalid('data: neither a text nor a list of texts');
  if (texts.length > MOST_DOCUMENTS) return invalid(`data: more than ${MOST_DOCUMENTS} documents`);
  // A bare value over a digest nobody here made would sign whatever a caller likes, a certificate for example.
  if (digested && form.type !== 'cms') return invalid('digested: only with format cms');
  const documents: ToSign[] = [];
  for (const text of texts) {
    const bytes = decode ? readBase64(text) : new TextEncoder().encode(text);
    if (bytes === null) return failure(basicsFailure('SIGNING_FAILURE', firstWrongLetter(text)));
    documents.push(digested ? { type: 'digest', digest: bytes } : { type: 'bytes', bytes, name: null });
  }
  return success(documents);
}

function readFilter(allowedStorages: JsonValue | undefined, signer: JsonObject, flags: SigningFlags): Reading<KeyFilter> {
  const stores = allowedStorages ?? null;
  if (stores !== null && !isTexts(stores)) return invalid('allowedStorages: not a list of texts');
  const known = stores?.filter((name) => !unknownStore(name)) ?? null;
  if (known !== null && known.length === 0) return invalid('allowedStorages: none is known');
  const purposes = signer['extKeyUsageOids'];
  if (!isTexts(purposes)) return invalid('signerParams.extKeyUsageOids: not a list of texts');
  const [iin, bin, serial] = ['iin', 'bin', 'serialNumber'].map((name) => readFilterText(signer[name]));
  if (iin === undefined || bin === undefined || serial === undefined) return invalid('signerParams: a filter is no text');
  const issuers = readChain(signer['chain'] ?? null);
  if (issuers === null) return invalid('signerParams.chain: not a list of certificates');
  const { allowExpired, allowRevoked } = flags;
  return success({ stores: known, usage: 'any', purposes, iin, bin, serial, issuers, allowExpired, allowRevoked });
}

/** Absent: the authorities of the workstation. Empty: no path is built. Else these certificates, with or without armour. */
function readChain(chain: JsonValue): KeyFilter['issuers'] | null {
  if (chain === null) return 'trusted';
  if (!isTexts(chain)) return null;
  if (chain.length === 0) return 'any';
  const certificates = chain.map(readBase64);
  return certificates.includes(null) ? null : (certificates as Uint8Array<ArrayBuffer>[]);
}
