/** Checks a signed file an operator was given: judged by the trust domain, written down by its hash, told without its content. */
import { fileVerdict } from '../../shared/domain/trust/file-verdict.ts';
import { type FileCheck, type FileSigner, SignedFileReport } from '../../shared/domain/trust/signed-file.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { bytesToHex } from '../../shared/util/bytes.ts';
import { visibleText } from '../../shared/util/visible-text.ts';
import type { Clock } from '../ports/clock.ts';
import { freshnessOf } from './connectivity/index.ts';
import type { Journal } from './journal/index.ts';
import { digestOf } from './trust/algorithms/index.ts';
import type { FileAnswer, Trust, TrustCheck } from './trust/index.ts';

export interface FileChecks {
  /** @param content what a detached signature is about; null where the file holds what it signs. */
  check(file: Uint8Array, content: Uint8Array | null, operatorId: string): Promise<SignedFileReport>;
  /** Of the check under way: it ends undetermined. Does nothing where there is none. */
  stop(): void;
}

export function createFileChecks(verifyFile: Trust['verifyFile'], journal: Pick<Journal, 'record'>, clock: Clock, policy: () => Policy): FileChecks {
  let underWay = new AbortController();
  return {
    async check(file, content, operatorId) {
      // Who brings the next file no longer waits for this one.
      underWay.abort();
      underWay = new AbortController();
      const answer = await verifyFile({ file, ...(content !== null && { content }) }, underWay.signal);
      const fileHash = bytesToHex(await digestOf('SHA-256', new Uint8Array(file)));
      const verdict = fileVerdict(answer);
      // Recorded before it is shown, as every check is.
      await journal.record({ kind: 'file-checked', fileHash, form: answer.container, state: verdict }, { operatorId, purpose: null });
      return reportOf(answer, { verdict, fileHash }, clock.now(), policy());
    },
    stop: () => underWay.abort(),
  };
}

function reportOf(answer: FileAnswer, recorded: Pick<SignedFileReport, 'verdict' | 'fileHash'>, now: Date, policy: Policy): SignedFileReport {
  return SignedFileReport.parse({
    ...recorded,
    form: answer.container,
    checks: answer.checks.map(checkOf),
    signers: answer.bySigner.map((signer) => signerOf(signer, now, policy)),
    covers: coversOf(answer).map(visibleText),
    checkedAt: now.toISOString(),
  });
}

/** Details of the field are for engineers; the desk has the reason and the next step in the operator's language. */
const checkOf = ({ layer, outcome, code }: TrustCheck): FileCheck => ({ layer, outcome, code });

function signerOf({ state, checks, identity, claimedAt, signedAt, revocationAsOf }: FileAnswer['bySigner'][number], now: Date, { numbers }: Policy): FileSigner {
  return {
    verdict: fileVerdict({ state, checks }),
    checks: checks.map(checkOf),
    identity: identity && {
      name: visibleText(identity.commonName),
      organisation: identity.organisation && visibleText(identity.organisation),
      bin: identity.bin,
      iin: identity.iin,
      roles: [...identity.roles],
      identification: identity.identification,
      notBefore: identity.notBefore.toISOString(),
      notAfter: identity.notAfter.toISOString(),
    },
    signedAt: signedAt?.toISOString() ?? null,
    claimedAt: claimedAt?.toISOString() ?? null,
    revocationAsOf: revocationAsOf?.toISOString() ?? null,
    revocationFreshness: revocationAsOf === null ? null : freshnessOf(revocationAsOf, now, numbers),
  };
}

function coversOf(answer: FileAnswer): string[] {
  switch (answer.container) {
    case 'xml':
      return answer.signed.filter(({ extent }) => extent !== 'document').map(({ uri }) => uri);
    case 'zip':
      return answer.files.map(({ name }) => name);
    case 'pdf':
      return answer.documentName === null ? [] : [answer.documentName];
    case 'cms':
      return [];
  }
}
