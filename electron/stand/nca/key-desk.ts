/** The НУЦ of the stand at its counter: takes the application and its requests, hands out what was issued, and revokes what was before once that is installed. */
import type { CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import type { IssuedKey, KeyApplication, KeyRequestIn, KeysView } from '../../../shared/domain/issuance/portal-keys.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { Authority } from '../authority/index.ts';
import { type Application, type ApplicationBook, stageOf } from '../issuance/application-book.ts';
import type { StandPerson } from '../population/person.ts';
import type { StandTimers } from '../stand-timers.ts';
import { AGREEMENT } from './agreement.ts';
import { createDecisions } from './decide-requests.ts';
import type { HolderCertificates } from './holder-certificates.ts';
import { judgeRequest, type RequestFault } from './judge-request.ts';
import { derOf, type KeptRequest, openKeyFiles, type KeyRecords, sameFingerprints, serialsOf } from './key-records.ts';

/** Of a key file: the desk's own policy, two signs above the rule of the NCA. */
const PASSWORD_MIN_LENGTH = 8;

export interface KeyDeskOptions {
  applications: () => Pick<ApplicationBook, 'report' | 'all'>;
  authority(): Promise<Authority>;
  certificates: HolderCertificates;
  personOf(iin: string): StandPerson;
  records: KeyRecords;
  timers: StandTimers;
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

export function createKeyDesk(options: KeyDeskOptions): KeyDesk {
  const { certificates, personOf, now } = options;
  const files = openKeyFiles(options.records);
  const decisions = createDecisions({ ...options, files });

  return {
    async view(application) {
      const { surname, name, patronymic, iin } = personOf(application.iin);
      const { applied, decided } = files.of(application.id);
      return {
        agreement: AGREEMENT,
        owner: { surname, name, patronymic: patronymic ?? '', iin, organisation: '', bin: '', email: applied?.email ?? '' },
        passwordMinLength: PASSWORD_MIN_LENGTH,
        applied,
        authority: decisions.state(application),
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
      if (before.length > 0) return sameFingerprints(fingerprints, before.map(({ sha256 }) => sha256)) ? success(fingerprints) : failure('requests-differ');
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
      if (!sameFingerprints(fingerprints, decided.certificates.map(({ sha256 }) => sha256))) return failure('requests-differ');
      if (options.away()) return failure('away');
      const old = (await certificates.goodOf(personOf(iin), serialsOf(decided.certificates))).map(({ serialHex }) => serialHex);
      await certificates.revoke(old, 'superseded');
      files.keep({ kept: 'installed', applicationId: id });
      files.change(id, { end: 'installed' });
      options.onInHand(application, applied, decided.certificates.map(({ certificate }) => derOf(certificate)));
      options.applications().report(id, { kind: 'keys-installed', revokedOld: old.length });
      return success(old);
    },
    stageShown: decisions.stageShown,
    resume() {
      for (const application of options.applications().all()) {
        const { applied, decided, end } = files.of(application.id);
        if (end === 'installed') options.onInHand(application, applied!, decided!.certificates.map(({ certificate }) => derOf(certificate)));
        else if (application.shown !== null) decisions.stageShown(application, application.shown.stage);
      }
    },
  };
}
