/** What is long is hashed by GOST in another thread, whichever way it came to be judged, and here where no other thread does it. */
import { fromBER } from 'asn1js';
import { describe, expect, it } from 'vitest';
import { signCms } from '../../../../electron/core/keystore/signing/index.ts';
import { createTrust, type SignatureAnswer, type Trust, type TrustOptions } from '../../../../electron/core/trust/index.ts';
import { createGostHash, hashWhole } from '../../../../electron/core/trust/gost/index.ts';
import type { DigestBeside } from '../../../../electron/ports/trust/file-judge.ts';
import { type Asn1, der, embedded, explicit, octets } from '../../../../electron/stand/authority/asn1.ts';
import { extendedKeyUsage, extension } from '../../../../electron/stand/authority/certificate.ts';
import { failure, success } from '../../../../shared/util/result.ts';
import { archivedV3 } from '../../../fakes/documents/archive-stamp-writer.ts';
import { GOST_2015, gostAuthority } from '../../../fakes/gost-authority.ts';
import { inMemoryKeptEvidence } from '../../../fakes/in-memory/in-memory-kept-evidence.ts';
import { openTrialKey, trialKey } from '../../../fakes/trial-signing-key.ts';
import { issue, NOW, PURPOSE } from '../trial/trial-authority.ts';
import { token } from '../trial/trial-signature.ts';

const LONG = 1_100_000;
const trialOf = (listOctets: number) => trialKey('GOST-2015-512', NOW, gostAuthority(NOW, GOST_2015, [extension('1.2.398.99.7', octets(new Uint8Array(listOctets)))]));
const [long, short] = [await trialOf(LONG), await trialOf(0)];

type Trial = typeof long;

async function signed(trial: Trial, content = new Uint8Array(9)): Promise<Uint8Array> {
  const key = await openTrialKey(trial);
  const made = await signCms(content, { key, scheme: key.schemes[0]!, attached: true, at: NOW, timeStamps: null });
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

/** With the list inside, as signatures for long keeping carry it: before the signers, and signed by nobody. */
function carrying(list: Uint8Array, message: Uint8Array): Uint8Array {
  const whole = fromBER(new Uint8Array(message)).result as Asn1 & { valueBlock: { value: (Asn1 & { valueBlock: { value: Asn1[] } })[] } };
  const data = whole.valueBlock.value[1]!.valueBlock.value[0] as Asn1 & { valueBlock: { value: Asn1[] } };
  data.valueBlock.value.splice(-1, 0, explicit(1, embedded(list)));
  return der(whole);
}

const away = failure({ code: 'service-unreachable', detail: null } as const);
const rightly: DigestBeside = async (hash, message) => hashWhole(createGostHash(hash), message);

interface Desk {
  trust: Trust;
  /** How many octets each digest beside was of. */
  beside: number[];
}

function deskOf({ authority }: Trial, digest: DigestBeside | undefined = undefined, { isReachable = true, ...more }: Partial<TrustOptions> & { isReachable?: boolean } = {}): Desk {
  const beside: number[] = [];
  const evidence = { ocsp: async () => away, crl: async () => (isReachable ? success(authority.crl) : away) };
  const options = { anchors: [authority.root], intermediates: [], evidence, clock: { now: () => NOW, monotonicMs: () => 0 }, ...more };
  const counted: DigestBeside | undefined =
    digest &&
    ((hash, message) => {
      beside.push(message.length);
      return digest(hash, message);
    });
  return { trust: createTrust(options, counted === undefined ? null : { judge: async () => 'unavailable', state: () => 'able', digest: counted }), beside };
}

interface Judged {
  desk: Desk;
  answer: Pick<SignatureAnswer, 'checks'>;
}

const asked = async (desk: Desk, { certificate }: Trial): Promise<Judged> => ({ desk, answer: await desk.trust.verifyCertificate({ certificate, use: 'sign' }) });

/** Each way a list comes to be judged by; the digest beside is that of the desk which judges. */
const WAYS: [string, (trial: Trial, digest?: DigestBeside) => Promise<Judged>][] = [
  ['asked for', (trial, digest) => asked(deskOf(trial, digest), trial)],
  [
    'kept from an earlier check',
    async (trial, digest) => {
      const keptEvidence = inMemoryKeptEvidence();
      await asked(deskOf(trial, undefined, { keptEvidence }), trial);
      return asked(deskOf(trial, digest, { keptEvidence, isReachable: false }), trial);
    },
  ],
  [
    'of an earlier answer',
    async (trial, digest) => {
      const signature = await signed(trial);
      const { evidence } = await deskOf(trial).trust.verifySignature({ signature });
      const desk = deskOf(trial, digest, { isReachable: false });
      return { desk, answer: await desk.trust.verifySignature({ signature, evidence: evidence! }) };
    },
  ],
  [
    'inside the signature',
    async (trial, digest) => {
      const desk = deskOf(trial, digest, { isReachable: false });
      return { desk, answer: await desk.trust.verifySignature({ signature: carrying(trial.authority.crl, await signed(trial)) }) };
    },
  ],
];

const isLong = expect.toSatisfy((length: number) => length > LONG);

describe.each(WAYS)('a list %s', (_way, judge) => {
  const judged = async (trial: Trial, digest?: DigestBeside) => {
    const { desk, answer } = await judge(trial, digest);
    return { code: answer.checks.find(({ layer }) => layer === 'revocation')!.code, beside: desk.beside };
  };

  it('is hashed beside where it is long, and here where that cannot be had', async () => {
    expect(await judged(long, rightly)).toEqual({ code: 'not-revoked', beside: expect.arrayContaining([isLong]) });
    expect(await judged(long, async () => null)).toEqual({ code: 'not-revoked', beside: expect.arrayContaining([isLong]) });
    expect(await judged(long)).toEqual({ code: 'not-revoked', beside: [] });
    expect(await judged(short, rightly)).toEqual({ code: 'not-revoked', beside: [] });
  });

  it('clears nobody by the digest of something else', async () => {
    expect((await judged(long, (hash, message) => rightly(hash, message.subarray(1)))).code).toBe('revocation-unknown');
  });
});

describe('what a document holds', () => {
  const integrity = async (octetCount: number, digest: DigestBeside) => {
    const { trust, beside } = deskOf(short, digest);
    const { checks } = await trust.verifySignature({ signature: await signed(short, new Uint8Array(octetCount)) });
    return { code: checks[0]!.code, beside };
  };

  it('is hashed beside where it is long, and counts by that digest', async () => {
    expect(await integrity(LONG, rightly)).toEqual({ code: 'integrity-intact', beside: [LONG] });
    expect(await integrity(LONG, (hash, message) => rightly(hash, message.subarray(1)))).toEqual({ code: 'content-mismatch', beside: [LONG] });
    expect(await integrity(9, rightly)).toEqual({ code: 'integrity-intact', beside: [] });
  });
});

describe('the index of an archive time-stamp', () => {
  const algorithm = '1.2.398.3.10.1.3.3';
  const streebog = (...parts: Uint8Array[]): Uint8Array => hashWhole(createGostHash('GOST 34.11-2015-512'), Buffer.concat(parts));
  /** By an authority nobody knows: what it protects is read before it is judged. */
  const archived = async (trial: Trial): Promise<Uint8Array> => {
    const authority = await issue('beside-tsa', null, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true)] });
    const message = carrying(trial.authority.crl, await signed(trial));
    return archivedV3(message, new Uint8Array(9), (stamped, unsigned) => token({ authority, stamped, unsigned }), { algorithm, digest: streebog });
  };
  const judged = async (trial: Trial, digest: DigestBeside) => {
    const { trust, beside } = deskOf(trial, digest);
    const { checks } = await trust.verifySignature({ signature: await archived(trial) });
    return { archive: checks.find(({ layer }) => layer === 'timestamp')!.detail, ofList: beside.filter((length) => length === trial.authority.crl.length).length };
  };

  it('is held against long lists that are hashed beside, and counts by that digest', async () => {
    const unknown = expect.stringContaining('timestamp-untrusted');
    expect(await judged(long, rightly)).toEqual({ archive: unknown, ofList: 1 });
    expect(await judged(long, async () => null)).toEqual({ archive: unknown, ofList: 1 });
    expect(await judged(long, (hash, message) => rightly(hash, message.subarray(1)))).toEqual({ archive: expect.stringContaining('gone or changed'), ofList: 1 });
    expect(await judged(short, rightly)).toEqual({ archive: unknown, ofList: 0 });
  });
});
