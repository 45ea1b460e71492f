/** Where a card is by the number of its application, and what its owner says of the service. */
import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { RenewalStanding } from '../../../shared/domain/renewal/renewal.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHost } from '../../host/index.ts';
import { dateText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { OutageNotice } from './OutageNotice.tsx';

const NUMBER = /^R-\d{4}-\d{6}$/;
const SCORES = ['1', '2', '3', '4', '5'] as const;

export function StandingPanel() {
  const { t } = useTexts();
  const host = useHost();
  const faultText = useFaultText();
  const [number, setNumber] = useState('');
  const [standing, setStanding] = useState<RenewalStanding | null>(null);
  const [score, setScore] = useState<(typeof SCORES)[number]>('5');
  const [words, setWords] = useState('');
  const [told, setTold] = useState<'thanks' | 'notTaken' | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const look = async (event: FormEvent) => {
    event.preventDefault();
    if (!NUMBER.test(number)) return;
    setTold(null);
    setWords('');
    const answer = await host.renewal.standing({ number });
    setStanding(answer.ok ? answer.value : null);
    setFailed(answer.ok ? null : faultText(answer.failure));
  };
  const give = async () => {
    const answer = await host.renewal.giveFeedback({ number, score: Number(score), text: words });
    setTold(answer.ok && answer.value ? 'thanks' : 'notTaken');
  };
  return (
    <section className="renewal-standing" aria-label={t('renewal.standing.title')}>
      <h2>{t('renewal.standing.title')}</h2>
      <form className="renewal-ask" onSubmit={(event) => void look(event)}>
        <Field label={t('renewal.standing.number')} placeholder="R-2026-000000" look="digits" autoComplete="off" maxLength={13} value={number} onChange={(typed) => setNumber(typed.toUpperCase().trim())} />
        <Button type="submit" icon={<Search size={18} aria-hidden />} isDisabled={!NUMBER.test(number)}>
          {t('renewal.standing.look')}
        </Button>
      </form>
      {failed === null ? null : <p role="alert">{failed}</p>}
      {standing?.state === 'away' ? <OutageNotice since={standing.since} paper={standing.paper} /> : null}
      {standing?.state === 'unknown' ? <p role="status">{t('renewal.standing.unknown')}</p> : null}
      {standing?.state === 'known' ? (
        <p role="status">
          <strong>{t(`renewal.standing.status.${standing.status}`)}</strong> {t('renewal.standing.since', { day: dateText(standing.changedAt) })}
        </p>
      ) : null}
      {standing?.state === 'known' && standing.status === 'handed-over' && !standing.feedbackGiven && told !== 'thanks' ? (
        <div className="renewal-ask">
          <Segmented label={t('renewal.standing.feedback')} value={score} onChange={setScore} choices={SCORES.map((id) => ({ id, text: id }))} />
          <Field label={t('renewal.standing.words')} autoComplete="off" maxLength={500} value={words} onChange={setWords} />
          <Button onPress={() => void give()}>{t('renewal.standing.send')}</Button>
        </div>
      ) : null}
      {told === null ? null : <p role="status">{t(`renewal.standing.${told}`)}</p>}
    </section>
  );
}
