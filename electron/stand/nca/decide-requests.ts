/** How the НУЦ of the stand decides: it certifies what the desk vouches for, waits out its own bad day, and takes back what nobody installed. */
import { createHash } from 'node:crypto';
import type { CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import type { AuthorityState } from '../../../shared/domain/issuance/portal-keys.ts';
import { type Application, stageOf } from '../issuance/application-book.ts';
import { described } from './holder-certificates.ts';
import { judgeRequest } from './judge-request.ts';
import type { KeyDeskOptions } from './key-desk.ts';
import { derOf, type KeptCertificate, type KeptRequest, type KeyFiles, sameFingerprints, serialsOf } from './key-records.ts';

/** Long enough to be seen on the page; the real one takes minutes. */
const DECIDING_MS = 700;
const AGAIN_MS = 1_000;

type DecisionOptions = Omit<KeyDeskOptions, 'records' | 'onInHand'> & { files: KeyFiles };
type DecisionStage = Extract<CaseStage, { stage: 'decision' }>;

export interface KeyDecisions {
  state(application: Application): AuthorityState;
  /** Hears of every stage the desk shows. */
  stageShown(application: Application, stage: CaseStage): void;
}

export function createDecisions({ files, certificates, personOf, now, ...options }: DecisionOptions): KeyDecisions {
  async function certifyAll(application: Application, requests: readonly KeptRequest[], { channel }: DecisionStage): Promise<KeptCertificate[] | null> {
    const centre = await options.authority();
    const { applied } = files.of(application.id);
    const issued: KeptCertificate[] = [];
    for (const { kind, pkcs10, sha256 } of requests) {
      const judged = await judgeRequest(kind, pkcs10, personOf(application.iin), applied?.email ?? '');
      const use = kind === 'AUTH_RSA256' ? 'authentication' : 'signing';
      const made = judged.ok ? await centre.issueOnRequest(derOf(pkcs10), { role: 'individual', use, identified: channel, place: applied?.store === 'token' ? 'token' : 'file' }) : judged;
      if (!made.ok) return null;
      const { serialHex } = described(made.value);
      issued.push({ kind, request: sha256, sha256: createHash('sha256').update(made.value).digest('hex'), serialHex, certificate: Buffer.from(made.value).toString('base64') });
    }
    return issued;
  }

  /** The requests the desk vouches for must be those that lie here: anything else is not certified. */
  async function decide(application: Application, stage: DecisionStage): Promise<void> {
    const { id, iin } = application;
    if (stageOf(application) !== 'decision') return;
    const { requests } = files.of(id);
    const vouched = sameFingerprints(stage.requests, requests.map(({ sha256 }) => sha256));
    const issued = vouched ? await certifyAll(application, requests, stage) : null;
    const decided = { at: now().toISOString(), certificates: issued ?? [] };
    files.keep({ kept: 'decided', applicationId: id, ...decided });
    files.change(id, { decided, deciding: false });
    for (const { certificate } of decided.certificates) certificates.add(iin, derOf(certificate));
    options.applications().report(id, issued === null ? { kind: 'authority-refused' } : { kind: 'authority-issued', certificates: issued.map(({ sha256 }) => sha256) });
    // Withdrawn while this was being made.
    if (stageOf(application) !== 'decision') await giveUp(application);
  }

  function decideSoon(application: Application, stage: DecisionStage): void {
    const { id } = application;
    if (stageOf(application) !== 'decision') return;
    if (options.away()) {
      files.change(id, { awaySince: files.of(id).awaySince ?? now() });
      options.timers.after(AGAIN_MS, () => decideSoon(application, stage));
      return;
    }
    files.change(id, { deciding: true, awaySince: null });
    options.timers.after(DECIDING_MS, () => void decide(application, stage));
  }

  /** Certified and never installed: nobody will use it. */
  async function giveUp({ id }: Application): Promise<void> {
    const { decided, end } = files.of(id);
    if (end !== 'none' || decided === null) return;
    await certificates.revoke(serialsOf(decided.certificates), 'cessationOfOperation');
    files.keep({ kept: 'given-up', applicationId: id });
    files.change(id, { end: 'given-up' });
  }

  function state(application: Application): AuthorityState {
    const { decided, deciding, requests, receivedAt, awaySince } = files.of(application.id);
    if (decided !== null) return { is: decided.certificates.length > 0 ? 'issued' : 'refused', since: decided.at };
    if (requests.length === 0) return { is: 'none' };
    const since = receivedAt ?? now().toISOString();
    return deciding ? { is: 'deciding', since } : { is: 'received', since, awayMs: awaySince === null ? null : now().getTime() - awaySince.getTime() };
  }

  function stageShown(application: Application, stage: CaseStage): void {
    if (stage.stage === 'decision' && files.of(application.id).decided === null) decideSoon(application, stage);
    if (stage.stage === 'withdrawn' || stage.stage === 'expired') void giveUp(application);
  }

  return { state, stageShown };
}
