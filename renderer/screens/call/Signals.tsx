/** What the machine says beside the human: faces, card and register, rules of risk, each with its reason; it decides nothing. */
import { useEffect, useState } from 'react';
import type { CaseView } from '../../../shared/domain/case-desk.ts';
import { useHost } from '../../host/index.ts';
import { dateTimeText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/Badge.tsx';

const TONE = { match: 'good', moderation: 'warn', mismatch: 'bad', retake: 'neutral' } as const;

export function Signals({ caseId }: { readonly caseId: string }) {
  const { t } = useTexts();
  const host = useHost();
  const [view, setView] = useState<CaseView | null>(null);
  useEffect(() => {
    let current = true;
    void host.issuance.current(null).then((answer) => {
      if (current && answer.ok && answer.value?.case.id === caseId) setView(answer.value);
    });
    return () => {
      current = false;
    };
  }, [host, caseId]);
  const differing = view?.fields.filter(({ comparison }) => comparison === 'different' || comparison === 'damaged').length ?? 0;
  return (
    <section className="call-signals" aria-label={t('calls.signals.title')}>
      <h2 className="call-part">{t('calls.signals.title')}</h2>
      <p className="soft">{t('calls.signals.note')}</p>
      {view === null ? <p className="soft">{t('calls.signals.loading')}</p> : null}
      {view === null ? null : (
        <>
          {view.away.length === 0 ? null : <Badge tone="warn">{t('calls.signals.away', { systems: view.away.join(', ') })}</Badge>}
          <ul className="signal-list">
            {view.faces.map((face) => (
              <li key={face.pair}>
                <span>{t(`cases.faces.pair.${face.pair}`)}</span>
                {face.state === 'compared' ? (
                  <Badge tone={TONE[face.outcome]} hint={t('calls.signals.faceWhy', { distance: (face.distanceMilli / 1000).toFixed(2) })}>
                    {t(`cases.faces.outcome.${face.outcome}`)}
                  </Badge>
                ) : (
                  <Badge>{t(`cases.faces.state.${face.state}`)}</Badge>
                )}
              </li>
            ))}
            <li>
              <span>{t('calls.signals.registry')}</span>
              {view.fields.length === 0 ? (
                <Badge>{t('calls.signals.notYet')}</Badge>
              ) : (
                <Badge tone={differing === 0 ? 'good' : 'warn'}>{differing === 0 ? t('calls.signals.fieldsEqual') : t('calls.signals.fieldsDiffer', { count: differing })}</Badge>
              )}
            </li>
          </ul>
          <h3 className="call-part">{t('cases.risks.title')}</h3>
          {view.risks.length === 0 ? <p className="soft">{t('cases.risks.none')}</p> : null}
          <ul className="signal-list">
            {view.risks.map(({ risk, at, count }) => (
              <li key={risk}>{t(`cases.risks.rule.${risk}`, { at: at === null ? '' : dateTimeText(at), count: count ?? 0 })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
