/** Everything a test, a script or a trainer can do to the stand; the same over `/control` and in process. */
import type { BadDays, BadDaysChange } from '../bad-days/switches.ts';
import type { CitizenDesk } from '../citizen/citizen-desk.ts';
import type { Letter } from '../messages/mailbox.ts';
import type { ShortMessage } from '../messages/sms-inbox.ts';
import type { Population } from '../population/person.ts';
import type { ServiceFeedback } from '../renewal/renewal-book.ts';
import type { ConsentToken } from '../shep/token-book.ts';
import type { StandWorld } from '../world.ts';

export interface StandControl {
  badDays(): BadDays;
  /** Switches left out stay as they are. @throws {ZodError} */
  change(change: BadDaysChange): Promise<BadDays>;
  /** Back to a good day; blocks after wrong codes are lifted too. */
  reset(): Promise<BadDays>;
  readonly population: Population;
  /** The citizen's own acts, by ИИН. */
  readonly citizen: CitizenDesk;
  /** SMS on the person's registered number, newest first. */
  messages(iin: string): ShortMessage[];
  /** E-mail of the services to this address, newest first. */
  letters(address: string): Letter[];
  /** What the owner of a renewed card said of the service; null while nothing was. */
  feedbackOn(renewal: string): ServiceFeedback | null;
  /** The one-time password as the citizen reads it in the newest message that asks something; null where none came. */
  readPassword(iin: string): { questionId: string; code: string } | null;
  /** Consents of КДП of a person, newest first. */
  consentTokens(iin: string): ConsentToken[];
  /** False when there is nothing left to revoke. */
  revokeConsent(iin: string, id: string): boolean;
  /** «Кто, когда, какой документ, цель», newest first. */
  viewsOf(iin: string): ReturnType<StandWorld['cabinets']['ofSubject']>;
  /** Hashes of the journal entries the collector keeps of a workstation, in their order. */
  copiesOf(log: string): readonly string[];
  /** Messages sent to a number, registered or not, newest first. */
  messagesTo(phone: string): ShortMessage[];
  /** A state body looks for this person, or no longer. */
  setWanted(iin: string, wanted: boolean): void;
  /** What opens the packages of evidence of the training organisation: PKCS#8 in PEM. */
  archiveKey(): string;
  viewsBy(operatorId: string): ReturnType<StandWorld['cabinets']['ofViewer']>;
}

export function createControl(world: StandWorld, citizen: CitizenDesk): StandControl {
  const messages = (iin: string): ShortMessage[] => {
    const phone = world.population.byIin(iin)?.phone;
    return phone ? world.inbox.of(phone) : [];
  };
  return {
    badDays: () => world.badDays.current(),
    change: (change) => world.badDays.change(change),
    reset() {
      world.wrongCodesOfIin.clear();
      world.wrongCodesOfKey.clear();
      return world.badDays.reset();
    },
    get population() {
      return world.population;
    },
    citizen,
    messages,
    letters: (address) => world.mailbox.of(address),
    feedbackOn: (renewal) => world.renewals.feedbackOn(renewal),
    readPassword(iin) {
      const message = messages(iin).find(({ questionId }) => questionId !== null);
      const code = message && /\d{6}/.exec(message.text.ru)?.[0];
      return message?.questionId && code ? { questionId: message.questionId, code } : null;
    },
    consentTokens: (iin) => world.tokens.of(iin),
    revokeConsent: (iin, id) => world.tokens.revoke(iin, id),
    viewsOf: (iin) => world.cabinets.ofSubject(iin),
    copiesOf: (log) => world.copies.hashes(log),
    messagesTo: (phone) => world.inbox.of(phone),
    setWanted: (iin, wanted) => void (wanted ? world.wanted.add(iin) : world.wanted.delete(iin)),
    archiveKey: () => world.archive.privatePem,
    viewsBy: (operatorId) => world.cabinets.ofViewer(operatorId),
  };
}
