/** The НУЦ of the stand: takes the application and its requests, decides when the desk says who was identified and how, issues, and revokes what was before. */
import { createHash } from 'node:crypto';
import type { CaseStage } from '../../../shared/domain/issuance-case.ts';
import type { AuthorityState, IssuedKey, KeyApplication, KeyRequestIn, KeysView } from '../../../shared/domain/portal-keys.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { Authority } from '../authority/index.ts';
import type { Application, ApplicationBook } from '../issuance/application-book.ts';
import type { StandPerson } from '../population/person.ts';
import { AGREEMENT } from './agreement.ts';
import { described, type HolderCertificates } from './holder-certificates.ts';
import { judgeRequest, type RequestFault } from './judge-request.ts';
import { type KeptCertificate, type KeptRequest, openKeyFiles, type KeyRecords } from './key-records.ts';

/** Long enough to be seen on the page; the real one takes minutes. */
const DECIDING_MS = 700;
const AGAIN_MS = 1_000;
/** Of a key file: the desk's own policy, two signs above the rule of the NCA. */
const PASSWORD_MIN_LENGTH = 8;

export interface KeyDeskOptions {
  applications: () => Pick<ApplicationBook, 'report' | 'all'>;
  authority(): Promise<Authority>;
  certificates: HolderCertificates;
  personOf(iin: string): StandPerson;
  records: KeyRecords;
  now(): Date;
  /** On the bad day of the НУЦ. */
  away(): boolean;
  /** The holder has the keys, since now or since an earlier day of the stand. */
  onInHand(application: Application, wish: KeyApplication, certificates: readonly Uint8Array[]): void;
}

export type KeyDeskRefusal = 'not-here' | 'agreement-changed' | 'requests-differ' | 'away' | RequestFault;

export interface KeyDesk {
  view(application: Application): Promise<KeysView>;
  apply(application: Application, order: KeyApplication): Result<null, KeyDeskRefusal>;
  /** SHA-256 of each request, in its order. */
  receive(application: Application, requests: readonly KeyRequestIn[]): Promise<Result<string[], KeyDeskRefusal>>;
  issued(application: Application): Result<readonly IssuedKey[], KeyDeskRefusal>;
  /** @param fingerprints SHA-256 of the installed certificates @returns serials of the revoked ones */
  install(application: Application, fingerprints: readonly string[]): Promise<Result<string[], KeyDeskRefusal>>;
  /** Hears of every stage the desk shows. */
  stageShown(application: Application, stage: CaseStage): void;
  /** Goes on with what the stand's end interrupted. */
  resume(): void;
}

const decode = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));
const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && [...a].toSorted().join() === [...b].toSorted().join();
const serialsOf = (certificates: readonly KeptCertificate[]): string[] => certificates.map(({ serialHex }) => serialHex);
const stageOf = ({ shown }: Application): CaseStage['stage'] | null => shown?.stage.stage ?? null;

export function createKeyDesk(options: KeyDeskOptions): KeyDesk {
  const { certificates, personOf, now } = options;
  const files = openKeyFiles(options.records);

  async function certifyAll(application: Application, requests: readonly KeptRequest[], { channel }: Extract<CaseStage, { stage: 'decision' }>): Promise<KeptCertificate[] | null> {
    const centre = await options.authority();
    const { applied } = files.of(application.id);
    const issued: KeptCertificate[] = [];
    for (const { kind, pkcs10, sha256 } of requests) {
      const judged = await judgeRequest(kind, pkcs10, personOf(application.iin), applied?.email ?? '');
      const use = kind === 'AUTH_RSA256' ? 'authentication' : 'signing';
      const made = judged.ok ? await centre.issueOnRequest(decode(pkcs10), { role: 'individual', use, identified: channel, place: applied?.store === 'token' ? 'token' : 'file' }) : judged;
      if (!made.ok) return null;
      const { serialHex } = described(made.value);
      issued.push({ kind, request: sha256, sha256: createHash('sha256').update(made.value).digest('hex'), serialHex, certificate: Buffer.from(made.value).toString('base64') });
    }
    return issued;
  }

  /** The requests the desk vouches for must be those that lie here: anything else is not certified. */
  async function decide(application: Application, stage: Extract<CaseStage, { stage: 'decision' }>): Promise<void> {
    const { id, iin } = application;
    if (stageOf(application) !== 'decision') return;
    const { requests } = files.of(id);
    const vouched = sameSet(stage.requests, requests.map(({ sha256 }) => sha256));
    const issued = vouched ? await certifyAll(application, requests, stage) : null;
    const decided = { at: now().toISOString(), certificates: issued ?? [] };
    files.keep({ kept: 'decided', applicationId: id, ...decided });
    files.change(id, { decided, deciding: false });
    for (const { certificate } of decided.certificates) certificates.add(iin, decode(certificate));
    options.applications().report(id, issued === null ? { kind: 'authority-refused' } : { kind: 'authority-issued', certificates: issued.map(({ sha256 }) => sha256) });
    // Withdrawn while this was being made.
    if (stageOf(application) !== 'decision') await giveUp(application);
  }

  function decideSoon(application: Application, stage: Extract<CaseStage, { stage: 'decision' }>): void {
    const { id } = application;
    if (stageOf(application) !== 'decision') return;
    if (options.away()) {
      files.change(id, { awaySince: files.of(id).awaySince ?? now() });
      setTimeout(() => decideSoon(application, stage), AGAIN_MS).unref();
      return;
    }
    files.change(id, { deciding: true, awaySince: null });
    setTimeout(() => void decide(application, stage), DECIDING_MS).unref();
  }

  /** Certified and never installed: nobody will use it. */
  async function giveUp({ id }: Application): Promise<void> {
    const { decided, end } = files.of(id);
    if (end !== 'none' || decided === null) return;
    await certificates.revoke(serialsOf(decided.certificates), 'cessationOfOperation');
    files.keep({ kept: 'given-up', applicationId: id });
    files.change(id, { end: 'given-up' });
  }

  function authorityState(application: Application): AuthorityState {
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

  return {
    async view(application) {
      const { surname, name, patronymic, iin } = personOf(application.iin);
      const { applied, decided } = files.of(application.id);
      return {
        agreement: AGREEMENT,
        owner: { surname, name, patronymic: patronymic ?? '', iin, organisation: '', bin: '', email: applied?.email ?? '' },
        passwordMinLength: PASSWORD_MIN_LENGTH,
        applied,
        authority: authorityState(application),
        oldKeys: await certificates.goodOf(personOf(iin), serialsOf(decided?.certificates ?? [])),
      };
    },
    apply(application, order) {
      if (stageOf(application) !== 'application') return failure('not-here');
      if (order.agreementVersion !== AGREEMENT.version) return failure('agreement-changed');
      files.keep({ kept: 'applied', applicationId: application.id, application: order });
      files.change(application.id, { applied: order });
      options.applications().report(application.id, { kind: 'applied', agreementVersion: order.agreementVersion, store: order.store });
      return success(null);
    },
    async receive(application, requests) {
      const { applied, requests: before } = files.of(application.id);
      if (stageOf(application) !== 'requests' || applied === null) return failure('not-here');
      // A token makes the older pair, a file always holds the key of the present generation.
      if (requests.some(({ kind }) => kind === 'GOST512') !== (applied.store === 'computer')) return failure('kind-differs');
      const judged: KeptRequest[] = [];
      for (const { kind, pkcs10 } of requests) {
        const one = await judgeRequest(kind, pkcs10, personOf(application.iin), applied.email);
        if (!one.ok) return one;
        judged.push(one.value);
      }
      const fingerprints = judged.map(({ sha256 }) => sha256);
      if (before.length > 0) return sameSet(fingerprints, before.map(({ sha256 }) => sha256)) ? success(fingerprints) : failure('requests-differ');
      const receivedAt = now().toISOString();
      files.keep({ kept: 'requests', applicationId: application.id, at: receivedAt, requests: judged });
      files.change(application.id, { requests: judged, receivedAt });
      options.applications().report(application.id, { kind: 'requests-received', requests: fingerprints });
      return success(fingerprints);
    },
    issued(application) {
      const { decided } = files.of(application.id);
      if (stageOf(application) !== 'installation' || decided === null) return failure('not-here');
      return success(decided.certificates.map(({ kind, request, certificate }) => ({ kind, request, certificate })));
    },
    async install(application, fingerprints) {
      const { id, iin } = application;
      const { decided, applied, end } = files.of(id);
      if (stageOf(application) !== 'installation' || decided === null || applied === null || end !== 'none') return failure('not-here');
      if (!sameSet(fingerprints, decided.certificates.map(({ sha256 }) => sha256))) return failure('requests-differ');
      if (options.away()) return failure('away');
      const old = (await certificates.goodOf(personOf(iin), serialsOf(decided.certificates))).map(({ serialHex }) => serialHex);
      await certificates.revoke(old, 'superseded');
      files.keep({ kept: 'installed', applicationId: id });
      files.change(id, { end: 'installed' });
      options.onInHand(application, applied, decided.certificates.map(({ certificate }) => decode(certificate)));
      options.applications().report(id, { kind: 'keys-installed', revokedOld: old.length });
      return success(old);
    },
    stageShown,
    resume() {
      for (const application of options.applications().all()) {
        const { applied, decided, end } = files.of(application.id);
        if (end === 'installed') options.onInHand(application, applied!, decided!.certificates.map(({ certificate }) => decode(certificate)));
        else if (application.shown !== null) stageShown(application, application.shown.stage);
      }
    },
  };
}
