/** Renewing an identity card at the desk: the rule first, then the application, then where the card is. */
import { type FormEvent, useState } from 'react';
import type { RenewalReason } from '../../../shared/domain/renewal/renewal.ts';
import { isIin } from '../../../shared/domain/person/iin.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { AnswerNotice } from './AnswerNotice.tsx';
import { ApplicationForm } from './ApplicationForm.tsx';
import { OutageNotice } from './OutageNotice.tsx';
import './renewal.css';
import { StandingPanel } from './StandingPanel.tsx';
import { useRenewalCheck } from './use-renewal-check.ts';

const REASONS = ['expiry', 'loss', 'damage', 'change-of-data'] as const satisfies readonly RenewalReason[];

export function RenewalScreen() {
  const { t } = useTexts();
  const { state, check, clear } = useRenewalCheck();
  const [iin, setIin] = useState('');
  const [reason, setReason] = useState<RenewalReason>('expiry');
  const [own, setOwn] = useState(true);
  const [applied, setApplied] = useState<string | null>(null);
  const wrongIin = iin.length === 12 && !isIin(iin);
  /** An answer to another question must not stand beside this one. */
  const change = (apply: () => void) => {
    apply();
    clear();
    setApplied(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isIin(iin)) check({ iin, reason, own });
  };
  const answered = state.at === 'answered' ? state : null;
  const judged = answered?.check.state === 'judged' ? answered.check : null;
  return (
    <main className="renewal">
      <header>
        <h1 className="renewal-title">{t('renewal.title')}</h1>
        <p className="soft">{t('renewal.note')}</p>
      </header>
      <form className="renewal-ask" onSubmit={submit}>
        <Field
          label={t('renewal.iin')}
          look="digits"
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          maxLength={12}
          value={iin}
          onChange={(typed) => change(() => setIin(typed.replaceAll(/\D/g, '')))}
          error={wrongIin ? t('renewal.iinWrong') : undefined}
          validationBehavior="aria"
        />
        <Select label={t('renewal.reason.label')} choices={REASONS.map((id) => ({ id, text: t(`renewal.reason.${id}`) }))} value={reason} onChange={(id) => change(() => setReason(id))} />
        <Button type="submit" look="primary" isDisabled={!isIin(iin) || state.at === 'asking'}>
          {t('renewal.check')}
        </Button>
      </form>
      <Toggle label={t('renewal.own')} on={own} onChange={(on) => change(() => setOwn(on))} />
      {state.at === 'failed' ? (
        <Notice tone="bad" role="alert">
          <p>{state.words}</p>
        </Notice>
      ) : null}
      {answered?.check.state === 'no-card' ? (
        <Notice tone="bad" role="status">
          <p>{t('renewal.noCard')}</p>
        </Notice>
      ) : null}
      {answered?.check.state === 'away' ? <OutageNotice since={answered.check.since} paper={answered.check.paper} /> : null}
      {judged === null || applied !== null ? null : <AnswerNotice answer={judged.answer} card={judged.card} />}
      {applied === null ? null : (
        <Notice tone="good" role="status" title={t('renewal.applied.title', { number: applied })}>
          <p>{t('renewal.applied.text')}</p>
        </Notice>
      )}
      {answered === null || answered.allowed === null || applied !== null ? null : (
        <ApplicationForm iin={iin} fees={answered.allowed.fees} centres={answered.allowed.centres} onApplied={setApplied} onAway={() => check(answered.question)} />
      )}
      <StandingPanel />
    </main>
  );
}
