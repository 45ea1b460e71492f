/** Nothing about the person fits into the journal: not by the schema, and not through a member the schema leaves free. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { requirePayloadFree } from '../../../electron/core/journal/payload-free-policy.ts';
import { subjectHash } from '../../../electron/core/journal/subject-hash.ts';
import { iinCheckDigit } from '../../../shared/domain/person/iin.ts';
import { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';

const IIN = `90010135012${iinCheckDigit('90010135012')}`;
const HASH = 'a'.repeat(64);

/** Every member any event may have; a new one must be added here on purpose, after asking what it says about a person. */
const MEMBERS = [
  'accessId',
  'act',
  'answer',
  'appVersion',
  'attached',
  'before',
  'by',
  'call',
  'callId',
  'caller',
  'carried',
  'caseId',
  'cause',
  'certificateHash',
  'change',
  'channel',
  'code',
  'codes',
  'decision',
  'documentHash',
  'documentHashes',
  'documentType',
  'entries',
  'environment',
  'evidence',
  'evidenceHash',
  'eyes',
  'field',
  'fileHash',
  'form',
  'format',
  'from',
  'happened',
  'head',
  'headline',
  'how',
  'items',
  'keyId',
  'kind',
  'manifestHash',
  'origin',
  'outcome',
  'outcomeId',
  'packageId',
  'packages',
  'payloadHash',
  'policyVersion',
  'previousEntries',
  'previousHead',
  'quarantinedAs',
  'reason',
  'reasons',
  'registrationId',
  'requestId',
  'risk',
  'ruleVersion',
  'scriptVersion',
  'setAsideAs',
  'source',
  'state',
  'step',
  'subjectHash',
  'task',
  'through',
  'timeStamped',
  'to',
  'until',
  'verdict',
]; // prettier-ignore

const checked = {
  kind: 'checked',
  channel: 'qr',
  source: 'camera',
  verdict: 'valid',
  headline: 'access-granted',
  codes: ['access-granted'],
  documentType: 'identity_card',
  subjectHash: HASH,
  payloadHash: HASH,
  documentHash: HASH,
  accessId: '5b1f7f0e-0d3c-4a43-9b55-0b6a7c0f4b11',
  policyVersion: '2026.1',
} satisfies JournalEvent;

describe('the schema of an event', () => {
  it('has no member beyond the list', () => {
    const members = new Set(JournalEvent.options.flatMap((option) => Object.keys(option.shape)));
    expect([...members].toSorted()).toEqual(MEMBERS);
  });

  it('refuses every unknown member', () => {
    for (const option of JournalEvent.options) expect(option.def.catchall).toBeInstanceOf(z.ZodNever);
  });
});

describe('requirePayloadFree', () => {
  it('lets codes, hashes, versions and ids through', () => {
    expect(requirePayloadFree(checked)).toEqual(checked);
    expect(requirePayloadFree({ kind: 'sign-in-refused', code: 'password-wrong' })).toEqual({ kind: 'sign-in-refused', code: 'password-wrong' });
  });

  it.each([
    ['a name', { ...checked, accessId: 'Әбілқасым Нұрғали' }],
    ['a latin name with a space', { ...checked, accessId: 'NURGALI ABILKASSYM' }],
    ['an ИИН', { ...checked, accessId: IIN }],
    ['an ИИН inside a code', { kind: 'sign-in-refused', code: `other-operator:${IIN}` }],
    ['an ИИН as a version', { ...checked, policyVersion: IIN }],
    ['an unknown member', { ...checked, iin: 'x' }],
    ['a payload instead of its hash', { ...checked, payloadHash: 'egov:doc:123456' }],
    ['a value that is too long', { kind: 'sign-in-refused', code: 'x'.repeat(129) }],
  ])('refuses %s without repeating it', (_name, event) => {
    const attempt = () => requirePayloadFree(event as JournalEvent);
    expect(attempt).toThrow(TypeError);
    expect(attempt).not.toThrow(new RegExp(`${IIN}|Нұрғали|NURGALI|egov`));
  });

  it('does not mistake twelve digits of a hash for an ИИН', () => {
    const hash = `${'a'.repeat(26)}${IIN}${'b'.repeat(26)}`;
    expect(requirePayloadFree({ ...checked, subjectHash: hash })).toMatchObject({ subjectHash: hash });
  });
});

describe('subjectHash', () => {
  const key = new Uint8Array(32).fill(7);

  it('is HMAC-SHA-256 as WebCrypto computes it', async () => {
    const webKey = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const expected = Buffer.from(await crypto.subtle.sign('HMAC', webKey, Buffer.from(IIN))).toString('hex');
    expect(subjectHash(key, IIN)).toBe(expected);
  });

  it('differs between organisations', () => {
    expect(subjectHash(new Uint8Array(32).fill(8), IIN)).not.toBe(subjectHash(key, IIN));
  });

  it('refuses a key of another length', () => {
    expect(() => subjectHash(new Uint8Array(16), IIN)).toThrow(RangeError);
  });
});
