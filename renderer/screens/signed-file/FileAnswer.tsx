/** The answer about one file: the verdict in a word, glyph and colour, what decides it, every signer, and what the signature covers. */
import { CircleCheck, CircleHelp, CircleX, TriangleAlert } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import type { FileSigner, SignedFileReport } from '../../../shared/domain/trust/signed-file.ts';
import { dateTimeText } from '../../i18n/format.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { decisiveCheck } from './decisive-check.ts';
import { SignerCard } from './SignerCard.tsx';

const GLYPHS = { 'valid': CircleCheck, 'valid-with-attention': TriangleAlert, 'not-valid': CircleX, 'cannot-determine': CircleHelp } as const;

interface FileAnswerProps {
  readonly name: string;
  readonly report: SignedFileReport;
  /** The document of a detached signature was chosen. */
  readonly onContent: (content: File) => void;
  /** From now on a dropped file is that document. */
  readonly onAwaitContent: () => void;
}

export function FileAnswer({ name, report, onContent, onAwaitContent }: FileAnswerProps) {
  const { t } = useTexts();
  const reasonText = useReasonText();
  const { verdict } = report;
  const Glyph = GLYPHS[verdict];
  const decisive = decisiveCheck(report.checks);
  const reason = decisive === null ? null : reasonText(decisive.code);
  // Of a file that could not be read to its end no service will ever say more.
  const isUnread = verdict === 'cannot-determine' && decisive?.layer === 'integrity';
  const isRefused = verdict === 'not-valid' || (verdict === 'cannot-determine' && !isUnread);
  const next = isRefused ? t(`files.next.${verdict}`) : reason?.next;
  const needsContent = report.checks.some(({ code }) => code === 'content-missing');
  return (
    <article className="file-answer" aria-label={t('files.answer')}>
      <header className={`file-verdict file-verdict-${verdict}`} role="status">
        <Glyph size={40} strokeWidth={2.25} aria-hidden />
        <div>
          <h2>{t(`files.verdict.${verdict}`)}</h2>
          <p className="file-name">
            {name} · {t(`files.form.${report.form}`)}
          </p>
          {reason === null ? null : (
            <p>
              {reason.title}. {reason.reason} {next}
            </p>
          )}
        </div>
      </header>
      {needsContent ? (
        <Notice tone="warn">
          <p>{t('files.contentNeeded')}</p>
          <FileTrigger onSelect={(files) => files?.[0] !== undefined && onContent(files[0])}>
            <Button onPress={onAwaitContent}>{t('files.chooseContent')}</Button>
          </FileTrigger>
        </Notice>
      ) : null}
      {inPlaces(report.signers).map(({ signer, place }) => (
        <SignerCard key={place} signer={signer} place={place} of={report.signers.length} />
      ))}
      {report.covers.length === 0 ? null : (
        <section className="card">
          <h3 className="card-title">{t('files.covers')}</h3>
          <ul className="file-covers">
            {report.covers.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </section>
      )}
      <footer className="soft small">
        <p>{t('files.checkedAt', { time: dateTimeText(report.checkedAt) })}</p>
        <p className="file-hash">SHA-256 {report.fileHash}</p>
      </footer>
    </article>
  );
}

/** Two signers may share every name they have: what tells them apart is their place in the file. */
const inPlaces = (signers: readonly FileSigner[]) => signers.map((signer, index) => ({ signer, place: index + 1 }));
