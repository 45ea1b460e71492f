/** Wycheproof's own format as cases of the corpus: the same question, with the algorithm written out in DER. */
import type { CorpusCase } from './corpus-case.ts';

interface WycheproofTest {
  tcId: number;
  comment: string;
  msg: string;
  sig: string;
  key: string;
  iv: string;
  aad: string;
  ct: string;
  tag: string;
  result: 'valid' | 'invalid' | 'acceptable';
}

interface WycheproofGroup {
  type: string;
  publicKeyDer: string;
  sha: string;
  mgfSha?: string;
  sLen?: number;
  tests: WycheproofTest[];
}

export interface WycheproofFile {
  testGroups: WycheproofGroup[];
}

const HASH_OIDS: Readonly<Record<string, string>> = {
  'SHA-1': '06052b0e03021a',
  'SHA-224': '0609608648016503040204',
  'SHA-256': '0609608648016503040201',
  'SHA-384': '0609608648016503040202',
  'SHA-512': '0609608648016503040203',
};
const PKCS1_OIDS: Readonly<Record<string, string>> = {
  'SHA-1': '06092a864886f70d010105',
  'SHA-224': '06092a864886f70d01010e',
  'SHA-256': '06092a864886f70d01010b',
  'SHA-384': '06092a864886f70d01010c',
  'SHA-512': '06092a864886f70d01010d',
};
const ECDSA_OIDS: Readonly<Record<string, string>> = {
  'SHA-1': '06072a8648ce3d0401',
  'SHA-256': '06082a8648ce3d040302',
  'SHA-384': '06082a8648ce3d040303',
  'SHA-512': '06082a8648ce3d040304',
};
const NULL = '0500';

const tagged = (tag: string, content: string): string => `${tag}${(content.length / 2).toString(16).padStart(2, '0')}${content}`;
const sequence = (...parts: string[]): string => tagged('30', parts.join(''));

/** RSASSA-PSS-params (RFC 4055 3.1); null for a hash nobody gave an identifier here. */
function pssAlgorithm({ sha, mgfSha = sha, sLen = 20 }: WycheproofGroup): string | null {
  const [hash, maskHash] = [HASH_OIDS[sha], HASH_OIDS[mgfSha]];
  if (hash === undefined || maskHash === undefined) return null;
  const mask = sequence('06092a864886f70d010108', sequence(maskHash, NULL));
  const salt = tagged('a2', tagged('02', sLen.toString(16).padStart(2, '0')));
  return sequence('06092a864886f70d01010a', sequence(tagged('a0', sequence(hash, NULL)), tagged('a1', mask), salt));
}

const ALGORITHMS: Readonly<Record<string, (group: WycheproofGroup) => string | null>> = {
  RsassaPkcs1Verify: ({ sha }) => (PKCS1_OIDS[sha] === undefined ? null : sequence(PKCS1_OIDS[sha], NULL)),
  RsassaPssVerify: pssAlgorithm,
  EcdsaVerify: ({ sha }) => (ECDSA_OIDS[sha] === undefined ? null : sequence(ECDSA_OIDS[sha])),
  EddsaVerify: () => sequence('06032b6570'),
};
const OTHER_KINDS: Readonly<Record<string, string>> = { AeadTest: 'aead', KeywrapTest: 'keywrap' };
const EXPECTED = { valid: 'accept', invalid: 'reject', acceptable: 'either' } as const;

export function casesOfWycheproof(name: string, { testGroups }: WycheproofFile): CorpusCase[] {
  return testGroups.flatMap((group) => {
    const algorithm = ALGORITHMS[group.type]?.(group) ?? null;
    const kind = algorithm === null ? (OTHER_KINDS[group.type] ?? `${group.type} ${group.sha}`) : 'sig';
    const common = {
      kind,
      scope: 'core',
      spki: new Uint8Array(Buffer.from(group.publicKeyDer ?? '', 'hex')),
      sigAlgDer: Buffer.from(algorithm ?? '', 'hex').toString('base64'),
    };
    return group.tests.map(({ tcId, result, ...test }) => ({ ...test, ...common, id: `${name}::${tcId}`, expect: EXPECTED[result] }) as unknown as CorpusCase);
  });
}
