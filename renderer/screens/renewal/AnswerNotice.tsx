/** What the rule in force says of this renewal, in the words of the service, with the next step. */
import type { RenewalAnswer } from '../../../shared/domain/renewal/renewal-rule.ts';
import { useTexts } from '../../i18n/index.ts';
import { dayText } from '../../i18n/format.ts';
import type { Tone } from '../../ui/Badge.tsx';
import { Notice } from '../../ui/Notice.tsx';

const TONES: Readonly<Record<RenewalAnswer['answer'], Tone>> = {
  'allowed': 'good',
  'too-early': 'bad',
  'too-late': 'bad',
  'other-reason': 'bad',
  'not-own': 'bad',
  'ended': 'warn',
  'not-begun': 'warn',
};

interface AnswerNoticeProps {
  readonly answer: RenewalAnswer;
  readonly card: { readonly expiresOn: string; readonly numberEnding: string } | null;
}

export function AnswerNotice({ answer, card }: AnswerNoticeProps) {
  const { t } = useTexts();
  const day = 'lastDay' in answer ? answer.lastDay : 'firstDay' in answer ? answer.firstDay : null;
  return (
    <Notice tone={TONES[answer.answer]} role="status" title={t(`renewal.answer.${answer.answer}.title`)}>
      <p>{t(`renewal.answer.${answer.answer}.text`, { day: day === null ? '' : dayText(day) })}</p>
      {card === null ? null : <p>{t('renewal.card', { ending: card.numberEnding, day: dayText(card.expiresOn) })}</p>}
      <p className="soft small">{t('renewal.rule', { version: answer.ruleVersion })}</p>
    </Notice>
  );
}
