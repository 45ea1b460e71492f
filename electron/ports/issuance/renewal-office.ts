/** The state's side of renewing identity cards: the card there is, the application, and how far it is. */
import type { RenewalFeedback, RenewalOrder, RenewalRefusal, RenewalStatus } from '../../../shared/domain/renewal/renewal.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { ServiceFailure } from '../service-failure.ts';

export interface RenewableCard {
  /** Last day of validity, YYYY-MM-DD. */
  expiresOn: string;
  numberEnding: string;
  fees: { standard: number; delivery: number };
  centres: { id: string; kk: string; ru: string }[];
}

export interface RenewalOffice {
  /** Null where the person has no identity card that ends. */
  card(iin: string): Promise<Result<RenewableCard | null, ServiceFailure>>;
  /** @returns the number of the application */
  apply(order: Omit<RenewalOrder, 'eyes'>): Promise<Result<string, { code: Exclude<RenewalRefusal, 'not-allowed' | 'photo-poor' | 'eyes-unconfirmed'>; detail: null } | ServiceFailure>>;
  /** Null where no application has this number. */
  standing(number: string): Promise<Result<{ status: RenewalStatus; changedAt: string; feedbackGiven: boolean } | null, ServiceFailure>>;
  /** False where it was given already, or the card was not handed over yet. */
  giveFeedback(feedback: RenewalFeedback): Promise<Result<boolean, ServiceFailure>>;
}
