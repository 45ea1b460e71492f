/** The authorities of the NCA's test data as what is trusted, and the one list in it that is fresh. */
import { readdirSync } from 'node:fs';
import type { TrustStore } from '../../../electron/core/trust/path/build-path.ts';
import { judgeCrls } from '../../../electron/core/trust/revocation/judge-crls.ts';
import { readCrl } from '../../../electron/core/trust/revocation/read-crl.ts';
import type { RevocationService } from '../../../electron/core/trust/revocation/revocation-service.ts';
import type { SignatureAnswer } from '../../../electron/core/trust/answer/signature-answer.ts';
import type { TrustContext } from '../../../electron/core/trust/answer/trust-context.ts';
import { absence, dataPath } from '../corpus.ts';
import { kzCertificate, kzFile } from './kz-manifest.ts';

const LIST = 'crl/nca_gost2022_test.2026-08-11.crl';
export const KZ_NOW = new Date('2026-11-22T00:00:00Z');

const everyAuthority = () => ['prod', 'test'].flatMap((world) => readdirSync(dataPath(`kz-pki/ca/${world}/`)).map((name) => kzCertificate(`ca/${world}/${name}`)));

function store(): TrustStore {
  const all = everyAuthority();
  return { anchors: all.filter(({ selfIssued }) => selfIssued), intermediates: all.filter(({ selfIssued }) => !selfIssued) };
}

/** Signers of the test centre are looked up in its list; for authorities and the production centre no list is in the data. */
const byList: RevocationService = {
  async statusOf([certificate, issuer]) {
    const crl = readCrl(kzFile(LIST));
    if (crl.issuer.canonical !== issuer!.subject.canonical) return { state: 'good', asOf: KZ_NOW };
    return judgeCrls([crl], { certificate: certificate!, issuer: issuer!, now: KZ_NOW });
  },
};

let known: TrustStore | null = null;
export const kzContext = (): TrustContext => ({ store: (known ??= store()), revocation: byList, now: KZ_NOW });

/** Files of this kind in a folder of the data; one in their place where it is not here, so that its row is counted as skipped. */
export function kzFolder(folder: string, ending: string): string[] {
  if (absence(`kz-pki/${folder}`) !== null) return ['its files'];
  const names = readdirSync(dataPath(`kz-pki/${folder}/`), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(ending)).toSorted();
}

export const codesOf = ({ checks }: Pick<SignatureAnswer, 'checks'>): string[] => checks.map(({ code }) => code);
export const decisiveOf = ({ checks, state }: Pick<SignatureAnswer, 'checks' | 'state'>): string =>
  checks.find(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')?.code ?? state;
