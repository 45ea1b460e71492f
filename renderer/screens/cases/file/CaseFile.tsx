/** One case on one screen: why it is here, faces beside each other, fields with their differences, risks in words, and the answer. */
import { dateTimeText } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { CounterPanel } from '../CounterPanel.tsx';
import { DecisionBar } from '../DecisionBar.tsx';
import { DueClock } from '../DueClock.tsx';
import { Faces } from './Faces.tsx';
import { FieldTable } from './FieldTable.tsx';
import { RiskList } from './RiskList.tsx';
import type { Held, HeldCase } from '../use-held-case.ts';
import { useLookedAt } from './use-looked-at.ts';

interface CaseFileProps {
  readonly held: Extract<Held, { at: 'open' }>;
  readonly work: HeldCase;
}

export function CaseFile({ held, work }: CaseFileProps) {
  const { t } = useTexts();
  const { view } = held;
  const looked = useLookedAt(view);
  const moderated = view.kind === 'moderation' || view.kind === 'second-opinion';
  return (
    <main className="case">
      <header className="case-head">
        <h1 className="section-title">{t('cases.file.title', { id: view.case.id.slice(0, 8) })}</h1>
        <Badge tone={view.kind === 'second-opinion' ? 'warn' : 'accent'}>{t(`cases.kind.${view.kind}`)}</Badge>
        <span className="soft">{t('cases.file.opened', { at: dateTimeText(view.case.openedAt) })}</span>
        {view.dueAt === null ? null : <DueClock dueAt={view.dueAt} />}
        <span className="soft">{view.phoneEnding === null ? t('cases.file.noPhone') : t('cases.file.phone', { ending: view.phoneEnding })}</span>
        {view.case.failedAttempts > 0 ? <span className="soft">{t('cases.file.attempts', { count: view.case.failedAttempts })}</span> : null}
      </header>
      {view.away.map((system) => (
        <Notice key={system} tone="warn" role="status" action={<Button onPress={work.reload}>{t('cases.file.reload')}</Button>}>
          <p>{t(`cases.file.away.${system}`)}</p>
        </Notice>
      ))}
      {/* A region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="case-body" role="region" aria-label={t('cases.file.title', { id: view.case.id.slice(0, 8) })} tabIndex={0}>
        {moderated ? <Moderated view={view} onSettled={looked.onSettled} /> : <CounterPanel view={view} busy={held.busy} work={work} />}
      </div>
      <DecisionBar held={held} work={work} looked={looked.state} />
    </main>
  );
}

function Moderated({ view, onSettled }: Parameters<typeof Faces>[0]) {
  return (
    <>
      <Faces view={view} onSettled={onSettled} />
      <div className="case-columns">
        <FieldTable fields={view.fields} />
        <RiskList view={view} />
      </div>
    </>
  );
}
