/** Module commonUtils: positional arguments, chosen by name and number as Java reflection does it; what most portals still call. */
import { encodeBase64 } from '../../../shared/util/base64.ts';
import type { Asking, FileKind, KeyFilter, SignatureForm, SigningDesk, ToSign } from '../keystore/signing/index.ts';
import { commonFailure, commonSuccess } from './answers.ts';
import { JavaFailure, refusal } from './java-failure.ts';
import type { ModuleRequest } from './frame.ts';
import { describeKeyInfo } from './key-info.ts';
import type { JsonObject, JsonValue } from './lenient-json.ts';
import { type Arguments, type Kind, readArguments } from './positional-arguments.ts';
import { readBase64 } from './read-base64.ts';
import { unknownStore } from './stores.ts';

interface Call {
  desk: SigningDesk;
  asking: Asking;
}

interface Method {
  kinds: readonly Kind[];
  run(call: Call, values: never): Promise<JsonValue | undefined>;
}

const method = <const Kinds extends readonly Kind[]>(
  kinds: Kinds,
  run: (call: Call, values: Arguments<Kinds>) => Promise<JsonValue | undefined>,
): Method => ({ kinds, run });

const cms = (attached: boolean, timeStamp: boolean): SignatureForm => ({ type: 'cms', attached, timeStamp });

const METHODS = tableOf<Method>({
  getActiveTokens: method([], async ({ desk }) => [...(await desk.hardwareStores())]),
  getKeyInfo: method(['text'], async ({ desk, asking }, [store]) => {
    const described = await desk.describeKey(filterOf(store, ''), asking);
    if (!described.ok) throw refusal(described.failure);
    return describeKeyInfo(described.value);
  }),
  signXml: method(['text', 'text', 'text', 'text', 'text'], async (call, [store, keyType, xml, signedPath, parentPath]) => {
    const [signature] = await signXmls(call, store, keyType, [xml], signedPath, parentPath);
    return signature;
  }),
  signXmls: method(['text', 'text', 'texts', 'text', 'text'], (call, values) => signXmls(call, ...values)),
  createCMSSignatureFromBase64: method(['text', 'text', 'text', 'flag'], (call, [store, keyType, data, attached]) =>
    signCms(call, store, keyType, fromBase64(data), cms(attached, true)),
  ),
  createCMSSignatureFromFile: method(['text', 'text', 'text', 'flag'], (call, [store, keyType, path, attached]) =>
    signCms(call, store, keyType, { type: 'picked-file', path }, cms(attached, true)),
  ),
  createCAdESFromBase64: method(['text', 'text', 'text', 'flag'], (call, [store, keyType, data, attached]) =>
    signCms(call, store, keyType, fromBase64(data), cms(attached, false)),
  ),
  createCAdESFromFile: method(['text', 'text', 'text', 'flag'], (call, [store, keyType, path, attached]) =>
    signCms(call, store, keyType, { type: 'picked-file', path }, cms(attached, false)),
  ),
  createCAdESFromBase64Hash: method(['text', 'text', 'text'], (call, [store, keyType, hash]) =>
    signCms(call, store, keyType, { type: 'digest', digest: bytesOf(hash) }, cms(false, false)),
  ),
  applyCAdEST: method(['text', 'text', 'text'], async ({ desk, asking }, [store, _keyType, signature]) => {
    checkStore(store);
    const stamped = await desk.addTimeStamp(bytesOf(signature), asking);
    if (!stamped.ok) throw refusal(stamped.failure);
    return encodeBase64(stamped.value);
  }),
  showFileChooser: method(['text', 'text'], async ({ desk, asking }, [extension]) => {
    const chosen = await desk.chooseFile(FILE_KINDS.get(extension) ?? 'any', asking);
    if (!chosen.ok) throw refusal(chosen.failure);
    return chosen.value;
  }),
});

const FILE_KINDS = tableOf<FileKind>({
  DIRECTORY: 'directory',
  CRL: 'crl',
  CER: 'certificate',
  P12: 'key',
  KEYSTORE: 'key',
  JKS: 'key',
});

/** Looked up by names that pages send: `constructor` is one of them in a plain object, and none here. */
function tableOf<Row>(rows: Readonly<Record<string, Row>>): ReadonlyMap<string, Row> {
  return new Map(Object.entries(rows));
}

/** `changeLocale` belongs to the connection and is answered there. */
export async function answerCommonUtils(request: ModuleRequest, desk: SigningDesk, asking: Asking): Promise<JsonObject> {
  const { method: name, args = [], uuid } = request;
  const called = name === null ? undefined : METHODS.get(name);
  if (called === undefined || !Array.isArray(args) || args.length !== called.kinds.length) return noSuchMethod(name);
  const values = readArguments(called.kinds, args);
  if (values === null) return typeMismatch(name);
  try {
    return commonSuccess(await called.run({ desk, asking }, values as never), uuid);
  } catch (error) {
    if (error instanceof JavaFailure) return commonFailure(error.answer, uuid);
    throw error;
  }
}

export const noSuchMethod = (name: string | null): JsonObject => commonFailure(`NoSuchMethodException ${name ?? 'null'}`);
export const typeMismatch = (name: string | null): JsonObject =>
  commonFailure(`java.lang.IllegalArgumentException: argument type mismatch. Method: ${name ?? 'null'}`);

async function signXmls({ desk, asking }: Call, store: string, keyType: string, xmls: string[], signedPath: string, parentPath: string): Promise<string[]> {
  const documents = xmls.map((xml): ToSign => ({ type: 'bytes', bytes: new TextEncoder().encode(xml), name: null }));
  const form: SignatureForm = { type: 'xml', layout: 'wrapped', signedPath, parentPath };
  const signed = await desk.sign({ form, documents, keys: filterOf(store, keyType) }, asking);
  if (!signed.ok) throw refusal(signed.failure);
  return signed.value.signatures.map((signature) => new TextDecoder().decode(signature));
}

async function signCms({ desk, asking }: Call, store: string, keyType: string, document: ToSign, form: SignatureForm): Promise<string> {
  const signed = await desk.sign({ form, documents: [document], keys: filterOf(store, keyType) }, asking);
  if (!signed.ok) throw refusal(signed.failure);
  return encodeBase64(signed.value.signatures[0]!);
}

const fromBase64 = (text: string): ToSign => ({ type: 'bytes', bytes: bytesOf(text), name: null });

/** The recorded application says no more than its code to a text that is empty or no base 64. @throws {JavaFailure} */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = readBase64(text);
  if (bytes === null || bytes.length === 0) throw new JavaFailure(null);
  return bytes;
}

/** Pages of production name the type of key freely; any other word than the two means both. */
function filterOf(store: string, keyType: string): KeyFilter {
  checkStore(store);
  return {
    stores: [store],
    usage: keyType === 'SIGNATURE' ? 'signing' : keyType === 'AUTHENTICATION' ? 'authentication' : 'any',
    purposes: [],
    iin: null,
    bin: null,
    serial: null,
    issuers: 'trusted',
    allowExpired: false,
    allowRevoked: false,
  };
}

/** @throws {JavaFailure} */
function checkStore(store: string): void {
  if (store === '') throw new JavaFailure('storageName.param.empty');
  if (unknownStore(store)) throw new JavaFailure('storage.unknown');
}
