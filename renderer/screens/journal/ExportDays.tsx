/** Writes the days into signed files, with a bar that moves; broken off, it goes on where it stopped when asked again. */
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ExportedJournal } from '../../../shared/domain/journal/journal-report.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';

type State =
  | { readonly at: 'idle' }
  | { readonly at: 'writing'; readonly done: number; readonly of: number }
  | { readonly at: 'ended'; readonly exported: ExportedJournal }
  | { readonly at: 'failed'; readonly text: string };

export function ExportDays({ days }: { readonly days: { readonly from: string; readonly to: string } | null }) {
  const { t } = useTexts();
  const host = useHost();
  const faultText = useFaultText();
  const [state, setState] = useState<State>({ at: 'idle' });

  useEffect(() => host.journal.exportProgress(({ done, of }) => setState((before) => (before.at === 'writing' ? { at: 'writing', done, of } : before))), [host]);

  const write = async () => {
    if (days === null) return;
    setState({ at: 'writing', done: 0, of: 1 });
    const answer = await host.journal.exportDays(days);
    setState(answer.ok ? { at: 'ended', exported: answer.value } : { at: 'failed', text: faultText(answer.failure) });
  };

  return (
    <>
      <Button icon={<Download size={18} aria-hidden />} isDisabled={days === null || state.at === 'writing'} onPress={() => void write()}>
        {t('journal.export.write')}
      </Button>
      <p className="journal-export-state" role="status">
        {state.at === 'writing' ? (
          <>
            <progress aria-label={t('journal.export.write')} value={state.done} max={state.of} />
            <span>{t('journal.export.progress', { done: state.done, of: state.of })}</span>
          </>
        ) : null}
        {state.at === 'failed' ? state.text : null}
        {state.at === 'ended' && state.exported.state === 'exported' ? t('journal.export.done', { entries: state.exported.entries, folder: state.exported.folder }) : null}
        {state.at === 'ended' && state.exported.state === 'empty' ? t('journal.export.empty') : null}
        {state.at === 'ended' && state.exported.state === 'failed' ? t(`journal.export.failed.${state.exported.code}`) : null}
      </p>
    </>
  );
}
