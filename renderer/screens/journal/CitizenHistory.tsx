/** Who looked at one citizen's documents: found by entering the ИИН and by nothing else; the look is written down too. */
import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { JournalTable } from './JournalTable.tsx';

type Found =
  | { readonly at: 'nothing' | 'searching' | 'iin-wrong' }
  | { readonly at: 'found'; readonly entries: readonly JournalEntry[] }
  | { readonly at: 'failed'; readonly text: string };

const IIN_LENGTH = 12;

export function CitizenHistory() {
  const { t } = useTexts();
  const host = useHost();
  const faultText = useFaultText();
  const [iin, setIin] = useState('');
  const [found, setFound] = useState<Found>({ at: 'nothing' });

  // A field that is still marked wrong would not let the form be sent again.
  const type = (typed: string) => {
    setIin(typed);
    if (found.at === 'iin-wrong') setFound({ at: 'nothing' });
  };

  const search = async (event: FormEvent) => {
    event.preventDefault();
    setFound({ at: 'searching' });
    const answer = await host.journal.history({ iin: iin.trim() });
    if (!answer.ok) return setFound({ at: 'failed', text: faultText(answer.failure) });
    if (answer.value === null) return setFound({ at: 'iin-wrong' });
    // The number stays on no screen longer than it takes to ask.
    setIin('');
    setFound({ at: 'found', entries: answer.value });
  };

  return (
    <>
      <form className="journal-ask" onSubmit={(event) => void search(event)}>
        <Field
          label={t('journal.citizen.iin')}
          look="digits"
          inputMode="numeric"
          autoComplete="off"
          maxLength={IIN_LENGTH}
          hint={t('journal.citizen.note')}
          error={found.at === 'iin-wrong' ? t('journal.citizen.wrong') : undefined}
          value={iin}
          onChange={type}
        />
        <Button type="submit" look="primary" icon={<Search size={18} aria-hidden />} isDisabled={found.at === 'searching' || iin.trim().length !== IIN_LENGTH}>
          {t('journal.citizen.find')}
        </Button>
      </form>
      {found.at === 'failed' ? (
        <Notice tone="bad" role="alert">
          <p>{found.text}</p>
        </Notice>
      ) : null}
      {found.at === 'searching' ? <p role="status">{t('journal.loading')}</p> : null}
      {found.at === 'found' ? (
        <>
          <p role="status">{t('journal.citizen.count', { count: found.entries.length })}</p>
          <JournalTable entries={found.entries} />
        </>
      ) : null}
    </>
  );
}
