/** The document: big photo with the face decision under it, its name, its issuer and its fields. */
import { FileX2, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { inLanguage } from '../../../shared/domain/localized.ts';
import type { CheckOutcome } from '../../../shared/domain/checking/check-outcome.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import type { Result } from '../../../shared/util/result.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import './document.css';
import { FieldRow } from './FieldRow.tsx';
import { Photo } from './Photo.tsx';

interface DocumentPanelProps {
  readonly outcome: CheckOutcome;
  /** Fails where the field stays hidden. */
  readonly onReveal: (field: string) => Promise<Result<null, Fault | null>>;
  /** The face decision. */
  readonly children: ReactNode;
}

export function DocumentPanel({ outcome, onReveal, children }: DocumentPanelProps) {
  const { t, language } = useTexts();
  const { document, presentedBy, checks } = outcome;
  if (document === null) {
    // Whether there is nothing at all, or something that must not be shown.
    const came = checks.some(({ layer, outcome: passed }) => layer === 'access' && passed === 'passed');
    return (
      <section className="document-nothing">
        <FileX2 size={48} strokeWidth={1.25} aria-hidden />
        <h3>{t('verdict.document.nothing')}</h3>
        <p className="soft">{came ? t('verdict.document.nothingText') : t('verdict.document.notCome')}</p>
      </section>
    );
  }
  const hidden = document.fields.some((field) => field.value.state === 'hidden');
  return (
    <article className="document" aria-labelledby="document-title">
      <div className="document-person">
        <Photo photo={document.photo} />
        {children}
      </div>
      <div className="document-data">
        <header>
          <h3 id="document-title" className="document-title">
            {inLanguage(document.title, language)}
          </h3>
          <p className="soft small">
            {t('verdict.document.issuer')}: {inLanguage(document.issuer, language)}
          </p>
          {presentedBy === 'representative' ? (
            <Badge tone="warn" icon={<Users size={14} aria-hidden />}>
              {t('verdict.representative')}
            </Badge>
          ) : null}
        </header>
        <dl className="fields" aria-label={t('verdict.document.fields')}>
          {document.fields.map((field) => (
            <FieldRow key={field.key} field={field} onReveal={() => onReveal(field.key)} />
          ))}
        </dl>
        {hidden ? <p className="soft small">{t('verdict.document.revealNote')}</p> : null}
      </div>
    </article>
  );
}
