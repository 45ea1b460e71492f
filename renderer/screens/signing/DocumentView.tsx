/** One document before it is signed: its text where there is one, always its size and digest. */
import type { DocumentToSign } from '../../../shared/domain/signing/signing-request.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PdfPages } from './PdfPages.tsx';
import { sizeText } from './size-text.ts';
import type { DialogTexts } from './use-dialog-texts.ts';

interface DocumentViewProps {
  readonly requestId: string;
  /** Place of the document in the request. */
  readonly index: number;
  readonly document: DocumentToSign;
  /** Above it, where there are several. */
  readonly heading: string;
  readonly t: DialogTexts;
}

/** In groups of eight, so that two can be compared by eye. */
const grouped = (hex: string): string => hex.match(/.{1,8}/g)?.join(' ') ?? '';

export function DocumentView({ requestId, index, document, heading, t }: DocumentViewProps) {
  const { name, size, digestHex, signatures, preview } = document;
  return (
    <section className="signing-document" aria-label={heading}>
      <h3 className="signing-document-name">{name ?? heading}</h3>
      <dl className="signing-facts">
        {size === null ? null : (
          <>
            <dt>{t('signing.document.size')}</dt>
            <dd>{sizeText(size, t)}</dd>
          </>
        )}
        <dt>{preview.kind === 'digest-only' && size === null ? t('signing.document.sentDigest') : t('signing.document.digest')}</dt>
        <dd className="signing-digest">{grouped(digestHex)}</dd>
      </dl>
      {signatures > 0 ? <p className="soft small">{t('signing.document.signatures', { count: signatures })}</p> : null}
      {preview.kind === 'text' ? (
        <>
          {/* Focusable, because it scrolls (WCAG 2.1.1). */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className="signing-text" tabIndex={0} role="region" aria-label={t('signing.document.text')}>
            {preview.text}
          </pre>
          {preview.shortened ? <p className="soft small">{t('signing.document.shortened')}</p> : null}
        </>
      ) : null}
      {preview.kind === 'pdf' ? <PdfPages requestId={requestId} index={index} t={t} /> : null}
      {preview.kind === 'binary' ? <p className="soft">{t('signing.document.binary')}</p> : null}
      {preview.kind === 'digest-only' ? (
        <Notice tone="warn">
          <p>{t('signing.document.digestOnly')}</p>
        </Notice>
      ) : null}
    </section>
  );
}
