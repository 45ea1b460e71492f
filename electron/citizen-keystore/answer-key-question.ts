/** The key store of a citizen’s page: makes keys, judges the password as it is typed, writes the files. It remembers nothing. */
import type { CitizenKeyKind, KeyFileOut, KeyStoreAnswer, KeyStoreQuestion, MadeKey } from '../../shared/domain/issuance/citizen-keys.ts';
import type { NewKeyAlgorithm } from '../../shared/domain/keys/key-algorithm.ts';
import { finishKeyFile, makeKeyAndRequest, passwordFaults } from '../core/keystore/enrolment/index.ts';
import { openSealedKey, sealKey } from './seal-key.ts';

const ALGORITHMS: Readonly<Record<CitizenKeyKind, NewKeyAlgorithm>> = { GOST512: 'GOST-2015-512', RSA256: 'RSA-2048', AUTH_RSA256: 'RSA-2048' };

type Asked<Name extends KeyStoreQuestion['ask']> = Extract<KeyStoreQuestion, { ask: Name }>;

/** @param commonWords base words of passwords everybody guesses first (resources/policy/common-passwords.json) */
export async function answerKeyQuestion(question: KeyStoreQuestion, commonWords: ReadonlySet<string>): Promise<KeyStoreAnswer> {
  switch (question.ask) {
    case 'make':
      return { answer: 'made', keys: await makeKeys(question) };
    case 'judge':
      return { answer: 'judged', faults: await faultsOf(question, commonWords) };
    case 'finish': {
      const faults = await faultsOf(question, commonWords);
      return faults.length > 0 ? { answer: 'judged', faults } : finishFiles(question);
    }
  }
}

const faultsOf = ({ password, ownerData, minLength }: Asked<'judge' | 'finish'>, commonWords: ReadonlySet<string>) => passwordFaults(password, { minLength, commonWords }, ownerData);

async function makeKeys({ kinds, owner }: Asked<'make'>): Promise<MadeKey[]> {
  const made: MadeKey[] = [];
  for (const kind of kinds) {
    const { privateKey, request } = await makeKeyAndRequest(ALGORITHMS[kind], owner);
    made.push({ sealed: await sealKey(kind, privateKey), request });
  }
  return made;
}

/** All files or none: a person with half of them would believe to have keys. */
async function finishFiles({ keys, password }: Asked<'finish'>): Promise<KeyStoreAnswer> {
  const files: KeyFileOut[] = [];
  for (const { sealed, certificate } of keys) {
    const privateKey = await openSealedKey(sealed);
    if (privateKey === null) return { answer: 'refused', why: 'key-damaged' };
    const finished = await finishKeyFile(privateKey, certificate, password);
    privateKey.fill(0);
    if (!finished.ok) return { answer: 'refused', why: finished.failure };
    files.push(finished.value);
  }
  return { answer: 'finished', files };
}
