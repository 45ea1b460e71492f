/** Renewal at the desk: the rule of the day first, then the card, then the application; with the office away the ten minutes are counted. */
import { almatyDay } from '../../../shared/domain/almaty-day.ts';
import { isIin } from '../../../shared/domain/person/iin.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { EyesJudgement, EyesOpenness, PhotoJudgement, RenewalApplied, RenewalCheck, RenewalFeedback, RenewalOrder, RenewalPaperAct, RenewalReason, RenewalStanding } from '../../../shared/domain/renewal/renewal.ts';
import type { RenewalRule } from '../../../shared/domain/renewal/renewal-rule.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FileOutlet } from '../../ports/file-outlet.ts';
import type { PaperPress } from '../../ports/paper-press.ts';
import type { PortraitExaminer } from '../../ports/issuance/portrait-examiner.ts';
import type { RenewalOffice } from '../../ports/issuance/renewal-office.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';
import { eyesOpenBy, judgeEyes } from './judge-eyes.ts';
import { judgePhoto } from './judge-photo.ts';
import { judgeRenewal, judgeRuleAlone, ruleVersionOn } from './judge-renewal.ts';
import { watchOffice } from './office-presence.ts';
import { paperAct } from './paper-act.ts';

export interface RenewalDeskOptions {
  office: RenewalOffice;
  portraits: PortraitExaminer;
  rules: readonly RenewalRule[];
  clock: Pick<Clock, 'now'>;
  policy(): Policy;
  papers: PaperPress;
  outlet: FileOutlet;
  place: { organisation: string; branch: string; workstation: string };
  record(happened: RenewalHappened): Promise<void>;
}

/** What the journal is told; the ИИН only to be hashed. */
export type RenewalHappened =
  | { act: 'judged'; answer: string; ruleVersion: string; iin: string }
  | { act: 'applied'; answer: string; ruleVersion: string; eyes: 'measured' | 'confirmed'; iin: string }
  | { act: 'paper-act'; answer: 'printed'; ruleVersion: string; iin: null };

export interface RenewalDesk {
  check(question: { iin: string; reason: RenewalReason; own: boolean }): Promise<RenewalCheck>;
  judgePhoto(photo: Uint8Array): Promise<PhotoJudgement>;
  judgeEyes(openness: EyesOpenness): EyesJudgement;
  apply(order: RenewalOrder): Promise<RenewalApplied>;
  standing(number: string): Promise<RenewalStanding>;
  giveFeedback(feedback: RenewalFeedback): Promise<boolean>;
  printPaperAct(): Promise<RenewalPaperAct>;
}

type Away = Extract<RenewalCheck, { state: 'away' }>;
const isServiceFailure = (refusal: { code: string }): refusal is ServiceFailure => refusal.code.startsWith('service-') || refusal.code.startsWith('answer-');

export function createRenewalDesk({ office, portraits, rules, clock, policy, papers, outlet, place, record }: RenewalDeskOptions): RenewalDesk {
  const presence = watchOffice();
  const isPaper = (since: Date): boolean => clock.now().getTime() - since.getTime() >= policy().numbers.outageReportMs;

  function away(): Away {
    presence.failed(clock.now());
    const since = presence.awaySince()!;
    return { state: 'away', since: since.toISOString(), paper: isPaper(since) };
  }

  return {
    async check({ iin, reason, own }) {
      if (!isIin(iin)) return { state: 'iin-wrong' };
      // A rule that ended, and whose card or reason it is, need no look at anybody's card.
      const alone = judgeRuleAlone(rules, { reason, own }, clock.now());
      if (alone !== null) {
        await record({ act: 'judged', answer: alone.answer, ruleVersion: alone.ruleVersion, iin });
        return { state: 'judged', answer: alone, card: null, fees: null, centres: [] };
      }
      const found = await office.card(iin);
      if (!found.ok) return away();
      presence.answered();
      if (found.value === null) return { state: 'no-card' };
      const { expiresOn, numberEnding, fees, centres } = found.value;
      const answer = judgeRenewal(rules, { expiresOn, reason, own }, clock.now());
      await record({ act: 'judged', answer: answer.answer, ruleVersion: answer.ruleVersion, iin });
      return { state: 'judged', answer, card: { expiresOn, numberEnding }, fees, centres };
    },
    judgePhoto: async (photo) => judgePhoto(await portraits.examine(photo)),
    judgeEyes: (openness) => judgeEyes(openness, policy().numbers),
    async apply(order) {
      if (judgePhoto(await portraits.examine(order.photo)).state === 'poor') return { state: 'refused', code: 'photo-poor' };
      const eyes = eyesOpenBy(order.eyes, policy().numbers);
      if (eyes === null) return { state: 'refused', code: 'eyes-unconfirmed' };
      const found = await office.card(order.iin);
      if (!found.ok) return away();
      presence.answered();
      if (found.value === null) return { state: 'refused', code: 'no-card' };
      const { answer, ruleVersion } = judgeRenewal(rules, { expiresOn: found.value.expiresOn, reason: 'expiry', own: true }, clock.now());
      if (answer !== 'allowed') return { state: 'refused', code: 'not-allowed' };
      const applied = await office.apply(order);
      if (!applied.ok && isServiceFailure(applied.failure)) return away();
      presence.answered();
      await record({ act: 'applied', answer: applied.ok ? 'applied' : applied.failure.code, ruleVersion, eyes, iin: order.iin });
      return applied.ok ? { state: 'applied', number: applied.value } : { state: 'refused', code: applied.failure.code as Extract<RenewalApplied, { state: 'refused' }>['code'] };
    },
    async standing(number) {
      const found = await office.standing(number);
      if (!found.ok) return away();
      presence.answered();
      return found.value === null ? { state: 'unknown' } : { state: 'known', number, ...found.value };
    },
    async giveFeedback(feedback) {
      const given = await office.giveFeedback(feedback);
      return given.ok && given.value;
    },
    async printPaperAct() {
      const since = presence.awaySince();
      if (since === null || !isPaper(since)) return { ok: false, code: 'not-yet' };
      const now = clock.now();
      const ruleVersion = ruleVersionOn(rules, now);
      const path = await outlet.save(`act-${almatyDay(now)}.pdf`, await papers.print(paperAct({ since, now, ...place, ruleVersion })));
      await record({ act: 'paper-act', answer: 'printed', ruleVersion, iin: null });
      return { ok: true, path };
    },
  };
}
