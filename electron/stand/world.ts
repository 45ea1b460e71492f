/** Everything the services of the stand share: people, clock, keys, books and switches. */
import type { IceServer } from '../../shared/domain/call/call-talk.ts';
import type { Authority } from './authority/index.ts';
import type { BadDaySwitches } from './bad-days/switches.ts';
import type { CallRooms } from './call/call-rooms.ts';
import type { CabinetBook } from './cabinets/cabinet-book.ts';
import type { ConsentQuestions } from './consents/consent-questions.ts';
import type { DeskRequestBook } from './consents/desk-request-book.ts';
import type { AccessBook } from './documents/access-book.ts';
import type { AttemptLimit } from './documents/attempt-limit.ts';
import type { CopyBook } from './collector/copy-book.ts';
import type { WitnessBook } from './collector/witness-book.ts';
import type { IdSource } from './id-source.ts';
import type { AccountBook } from './issuance/account-book.ts';
import type { ArchiveKey } from './issuance/archive-key.ts';
import type { ApplicationBook } from './issuance/application-book.ts';
import type { LivenessBook } from './issuance/liveness-book.ts';
import type { CasePoolBook } from './issuance/case-pool-book.ts';
import type { MaterialBook } from './issuance/material-book.ts';
import type { MobileBaseBook } from './mobile-base/mobile-base.ts';
import type { PhoneCodes } from './issuance/phone-codes.ts';
import type { Mailbox } from './messages/mailbox.ts';
import type { SmsInbox } from './messages/sms-inbox.ts';
import type { KeyDesk } from './nca/key-desk.ts';
import type { ReceiptBook } from './nca/receipt-book.ts';
import type { Population } from './population/index.ts';
import type { RenewalBook } from './renewal/renewal-book.ts';
import type { TokenBook } from './shep/token-book.ts';
import type { StandTimers } from './stand-timers.ts';

export interface StandWorld {
  readonly seed: number;
  /** The clock of the services, skewed on the day of the skewed clock. */
  now(): Date;
  baseUrl(): string;
  /** Organisations know it from `GET /connection.json`. */
  readonly apiKey: string;
  readonly ids: IdSource;
  readonly timers: StandTimers;
  readonly population: Population;
  authority(): Promise<Authority>;
  readonly badDays: BadDaySwitches;
  readonly accesses: AccessBook;
  readonly wrongCodesOfIin: AttemptLimit;
  readonly wrongCodesOfKey: AttemptLimit;
  readonly inbox: SmsInbox;
  readonly mailbox: Mailbox;
  readonly consents: ConsentQuestions;
  readonly deskRequests: DeskRequestBook;
  readonly tokens: TokenBook;
  readonly cabinets: CabinetBook;
  readonly applications: ApplicationBook;
  readonly materials: MaterialBook;
  readonly casePool: CasePoolBook;
  readonly accounts: AccountBook;
  readonly liveness: LivenessBook;
  readonly callRooms: CallRooms;
  /** Told to both ends of a call. */
  readonly iceServers: readonly IceServer[];
  readonly phoneCodes: PhoneCodes;
  readonly keyDesk: KeyDesk;
  readonly receipts: ReceiptBook;
  readonly mobileBase: MobileBaseBook;
  readonly renewals: RenewalBook;
  readonly archive: ArchiveKey;
  /** Persons a state body looks for, by ИИН. */
  readonly wanted: Set<string>;
  readonly witness: WitnessBook;
  readonly copies: CopyBook;
}
