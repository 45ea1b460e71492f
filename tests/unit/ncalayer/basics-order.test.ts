/** Every parameter of basics, each accepted form beside its refused twin. */
import { describe, expect, it } from 'vitest';
import { readBasicsOrder } from '../../../electron/core/ncalayer/basics-order.ts';
import type { JsonObject, JsonValue } from '../../../electron/core/ncalayer/lenient-json.ts';

const args = (change: JsonObject = {}, signing: JsonValue = {}, signer: JsonValue = { extKeyUsageOids: [] }): JsonObject => ({
  format: 'cms',
  data: 'MTEK',
  signingParams: signing,
  signerParams: signer,
  ...change,
});
const INVALID = { ok: false, failure: { status: false, code: 'INVALID_SIGNING_PARAMS' } };
const INVOCATION = { ok: false, failure: { code: 'INVOCATION_ERROR', message: 'An invoked method threw an exception.' } };
const text = new TextEncoder().encode('MTEK');
const decoded = Uint8Array.of(0x31, 0x31, 0x0a);

describe('what is signed', () => {
  it.each([
    ['a text as it stands', args(), { documents: [{ type: 'bytes', bytes: text, name: null }] }],
    ['base 64, said by a boolean', args({}, { decode: true }), { documents: [{ bytes: decoded }] }],
    ['base 64, said by a text', args({}, { decode: 'true' }), { documents: [{ bytes: decoded }] }],
    ['base 64 in armour', args({ data: '-----BEGIN CMS-----\nMTEK\n-----END CMS-----\n' }, { decode: true }), { documents: [{ bytes: decoded }] }],
    ['several', args({ data: ['a', 'b'] }), { documents: [{}, {}] }],
    ['a digest, never put inside', args({}, { decode: true, digested: true, encapsulate: true }), { form: { attached: false }, documents: [{ type: 'digest' }] }],
  ])('may be %s', (_, given, order) => {
    expect(readBasicsOrder(given)).toMatchObject({ ok: true, value: order });
  });

  it.each([
    ['nothing', args({ data: [] })],
    ['a number', args({ data: 5 })],
    ['texts and numbers', args({ data: ['a', 5] })],
    ['more than anyone could look through', args({ data: Array.from({ length: 1001 }, () => 'a') })],
    ['a digest under a bare value', args({ format: 'raw' }, { digested: true, decode: true })],
    ['a digest under XML', args({ format: 'xml' }, { digested: 'true' })],
  ])('may not be %s', (_, given) => {
    expect(readBasicsOrder(given)).toMatchObject(INVALID);
  });

  it('says which letter is no base 64', () => {
    expect(readBasicsOrder(args({ data: 'MT-K' }, { decode: true }))).toMatchObject({
      failure: { code: 'SIGNING_FAILURE', details: 'java.lang.IllegalArgumentException: Illegal base64 character 2d' },
    });
  });
});

describe('the form', () => {
  it.each([
    ['attached where nothing is said', args(), { type: 'cms', attached: true, timeStamp: false }],
    ['detached', args({}, { encapsulate: 'false' }), { type: 'cms', attached: false }],
    ['stamped', args({}, { tsaProfile: {} }), { type: 'cms', timeStamp: true }],
    ['not stamped by null', args({}, { tsaProfile: null }), { type: 'cms', timeStamp: false }],
    ['XML in one piece', args({ format: 'xml', data: '<a/>' }), { type: 'xml', layout: 'compact' }],
    ['a bare value', args({ format: 'raw' }, { outputCert: true }), { type: 'raw' }],
  ])('may be %s', (_, given, form) => {
    expect(readBasicsOrder(given)).toMatchObject({ ok: true, value: { form } });
  });

  it.each([
    ['unknown', args({ format: 'pades' })],
    ['missing', args({ format: null })],
    ['half said', args({}, { encapsulate: 'yes' })],
    ['stamped by a text', args({}, { tsaProfile: 'http://tsp.pki.gov.kz' })],
  ])('may not be %s', (_, given) => {
    expect(readBasicsOrder(given)).toMatchObject(INVALID);
  });
});

describe('whose key', () => {
  it.each([
    ['anybody’s', args(), { stores: null, iin: null, issuers: 'trusted', allowExpired: false }],
    ['of a store', args({ allowedStorages: ['PKCS12', 'AKSomeNewStore'] }), { stores: ['PKCS12'] }],
    ['nobody in particular, by empty texts', args({}, {}, { extKeyUsageOids: [], iin: '', bin: '', serialNumber: '', chain: null }), { iin: null, bin: null, serial: null, issuers: 'trusted' }],
    ['somebody’s', args({}, {}, { extKeyUsageOids: ['1.2'], iin: '900101400015', bin: '1', serialNumber: 'ff' }), { purposes: ['1.2'], iin: '900101400015', bin: '1', serial: 'ff' }],
    ['a test key', args({}, { allowExpired: 'true', allowRevoked: true }, { extKeyUsageOids: [], chain: [] }), { issuers: 'any', allowExpired: true, allowRevoked: true }],
    ['of one authority', args({}, {}, { extKeyUsageOids: [], chain: ['MTEK'] }), { issuers: [decoded] }],
  ])('may be %s', (_, given, keys) => {
    expect(readBasicsOrder(given)).toMatchObject({ ok: true, value: { keys } });
  });

  it.each([
    ['of no known store', args({ allowedStorages: ['Floppy'] })],
    ['of a store by number', args({ allowedStorages: 5 })],
    ['of purposes that are none', args({}, {}, { extKeyUsageOids: 'any' })],
    ['of purposes nobody named', args({}, {}, {})],
    ['of a person by number', args({}, {}, { extKeyUsageOids: [], iin: 900101400015 })],
    ['of an authority in no letters', args({}, {}, { extKeyUsageOids: [], chain: ['не сертификат'] })],
  ])('may not be %s', (_, given) => {
    expect(readBasicsOrder(given)).toMatchObject(INVALID);
  });

  it.each([args({}, 555), args({}, null), args({}, {}, []), args({ signerParams: 'x' })])('must be an object where one is meant', (given) => {
    expect(readBasicsOrder(given)).toMatchObject(INVOCATION);
  });
});
