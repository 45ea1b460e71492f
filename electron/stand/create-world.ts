/** Makes what the services of the stand share; the costly parts on first use. */
import { join } from 'node:path';
import type { IceServer } from '../../shared/domain/call/call-talk.ts';
import { createAuthority, type Authority } from './authority/index.ts';
import { createSwitches, type BadDays } from './bad-days/switches.ts';
import { createCallRooms } from './call/index.ts';
import { createCabinetBook } from './cabinets/cabinet-book.ts';
import { createConsentQuestions } from './consents/consent-questions.ts';
import { createDeskRequestBook } from './consents/desk-request-book.ts';
import { createAccessBook } from './documents/access-book.ts';
import { createAttemptLimit } from './documents/attempt-limit.ts';
import { WRONG_CODES_PER_IIN, WRONG_CODES_PER_KEY } from './documents/lifetimes.ts';
import { createCopyBook } from './collector/copy-book.ts';
import { createWitnessBook } from './collector/witness-book.ts';
import { createIdSource } from './id-source.ts';
import { createAccountBook } from './issuance/account-book.ts';
import { openArchiveKey } from './issuance/archive-key.ts';
import { createApplicationBook } from './issuance/application-book.ts';
import { openKeptRecords } from './issuance/kept-records.ts';
import { createLivenessBook } from './issuance/liveness-book.ts';
import { createCasePoolBook } from './issuance/case-pool-book.ts';
import { createMaterialBook } from './issuance/material-book.ts';
import { createMobileBase, type NumberRecord, writeNumbers } from './mobile-base/mobile-base.ts';
import { createPhoneCodes } from './issuance/phone-codes.ts';
import { portalFiles, type PortalRecord } from './issuance/portal-record.ts';
import { noticeOf } from './issuance/stage-notices.ts';
import { createMailbox } from './messages/mailbox.ts';
import { createSmsInbox } from './messages/sms-inbox.ts';
import { createNca } from './nca/create-nca.ts';
import { createReceiptBook } from './nca/receipt-book.ts';
import { createPopulation, type Population, readTrainee } from './population/index.ts';
import { createRenewalBook, type RenewalRecord } from './renewal/renewal-book.ts';
import { once } from './once.ts';
import { createStandTimers } from './stand-timers.ts';
import { createTokenBook } from './shep/token-book.ts';
import type { StandWorld } from './world.ts';

export interface WorldOptions {
  seed: number;
  now: () => Date;
  /** Known only once the server listens. */
  baseUrl: () => string;
  /** Where keys, people's applications and what became of them are kept; null keeps them in memory. */
  dataDirectory: string | null;
  iceServers: readonly IceServer[];
}

export function createWorld({ seed, now: trueNow, baseUrl, dataDirectory, iceServers }: WorldOptions): StandWorld {
  const ids = createIdSource(seed, trueNow());
  const openAuthority = once(() => createAuthority({ seed, now, baseUrl, keyDirectory: dataDirectory }));
  const witness = once(() => createWitnessBook(seed, dataDirectory, now));
  const archive = once(() => openArchiveKey(dataDirectory));
  const copies = once(() => createCopyBook(dataDirectory));
  const kept = (name: string): string | null => (dataDirectory === null ? null : join(dataDirectory, name));
  const numbers = openKeptRecords<NumberRecord>(kept('mobile-base.jsonl'));
  const population = once((): Population => {
    const people = createPopulation(seed, readTrainee(dataDirectory));
    writeNumbers(people, numbers);
    return people;
  });

  const badDays = createSwitches((next, before) => revokeAsTold(openAuthority, next, before));
  const now = (): Date => new Date(trueNow().getTime() + badDays.current().clockSkewMs);

  const timers = createStandTimers();
  const accesses = createAccessBook(ids, now);
  const mailbox = createMailbox(ids, now);
  const inbox = createSmsInbox(ids, now, () => badDays.current().smsLost);
  const portal = portalFiles(dataDirectory);
  const records = openKeptRecords<PortalRecord>(portal.records);
  const applications = createApplicationBook({
    ids,
    now,
    records,
    onShown(application, stage, before) {
      const { id, iin } = application;
      keyDesk.stageShown(application, stage);
      const phone = population().byIin(iin)?.phone ?? null;
      // Who asks for a number stands before the page; what became of it is told to both numbers by БМГ.
      const notice = application.aim === 'phone' ? null : noticeOf(stage, before, applications.eventsOf(id).map(({ event }) => event.kind));
      if (phone !== null && notice !== null) inbox.send(phone, notice, null);
    },
  });
  const keyDesk = createNca({
    applications: () => applications,
    population,
    authority: openAuthority,
    mailbox,
    inbox,
    timers,
    recordsFile: kept('nca.jsonl'),
    now,
    away: () => badDays.current().outage.includes('nca'),
  });
  return {
    seed,
    now,
    baseUrl,
    apiKey: ids.token(24),
    ids,
    timers,
    get population() {
      return population();
    },
    authority: openAuthority,
    badDays,
    accesses,
    wrongCodesOfIin: createAttemptLimit(WRONG_CODES_PER_IIN, now),
    wrongCodesOfKey: createAttemptLimit(WRONG_CODES_PER_KEY, now),
    inbox,
    mailbox,
    consents: createConsentQuestions({ population, accesses, inbox, ids, now }),
    deskRequests: createDeskRequestBook({ accesses, ids, now }),
    tokens: createTokenBook(ids, now),
    cabinets: createCabinetBook(accesses, ids, now),
    applications,
    materials: createMaterialBook(records, portal.materials, now),
    casePool: createCasePoolBook(records, now),
    accounts: createAccountBook(records, now),
    liveness: createLivenessBook(ids, now),
    keyDesk,
    receipts: createReceiptBook(kept('receipts')),
    callRooms: createCallRooms(ids, now, iceServers),
    iceServers,
    phoneCodes: createPhoneCodes(inbox, ids, now),
    mobileBase: createMobileBase({ inbox, ids, now, records: numbers }),
    renewals: createRenewalBook({ ids, now, inbox, mailbox, timers, records: openKeptRecords<RenewalRecord>(kept('renewals.jsonl')) }),
    get archive() {
      return archive();
    },
    wanted: new Set(),
    get witness() {
      return witness();
    },
    get copies() {
      return copies();
    },
  };
}

async function revokeAsTold(authority: () => Promise<Authority>, next: BadDays, before: BadDays): Promise<void> {
  if (next.issuerRevoked !== before.issuerRevoked) (await authority()).setIssuerRevoked(next.issuerRevoked);
  if (next.stateBodyRevoked === before.stateBodyRevoked) return;
  const opened = await authority();
  if (before.stateBodyRevoked !== null) opened.restoreStateBody(before.stateBodyRevoked);
  if (next.stateBodyRevoked !== null) await opened.revokeStateBody(next.stateBodyRevoked);
}
