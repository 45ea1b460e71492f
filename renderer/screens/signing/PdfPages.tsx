/** A PDF before it is signed, page by page; where it cannot be drawn, that is said instead. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useHost } from '../../host/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { openPdf, type PdfFile } from './draw-pdf-page.ts';
import type { DialogTexts } from './use-dialog-texts.ts';

interface PdfPagesProps {
  readonly requestId: string;
  /** Place of the document in the request. */
  readonly index: number;
  readonly t: DialogTexts;
}

export function PdfPages({ requestId, index, t }: PdfPagesProps) {
  const host = useHost();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [file, setFile] = useState<PdfFile | 'failed' | null>(null);
  const [page, setPage] = useState(1);

  useEffect(() => {
    let opened: PdfFile | null = null;
    let gone = false;
    async function open(): Promise<void> {
      const answer = await host.signing.documentContent({ requestId, index });
      if (!answer.ok || answer.value === null) throw new Error('PdfNotThere');
      opened = await openPdf(answer.value);
      if (gone) await opened.close();
      else setFile(opened);
    }
    open().catch(() => {
      if (!gone) setFile('failed');
    });
    return () => {
      gone = true;
      void opened?.close();
    };
  }, [host, requestId, index]);

  useEffect(() => {
    const place = canvas.current;
    if (file === null || file === 'failed' || place === null) return;
    file.draw(page, place, place.clientWidth).catch(() => setFile('failed'));
  }, [file, page]);

  if (file === 'failed') {
    return (
      <Notice tone="warn">
        <p>{t('signing.document.pdf')}</p>
      </Notice>
    );
  }
  const pages = file?.pages ?? 1;
  return (
    <div className="signing-pdf">
      {/* Scrolled with the keyboard too (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="signing-page" tabIndex={0} role="img" aria-label={t('signing.document.page', { page, pages })}>
        <canvas ref={canvas} />
      </div>
      {pages > 1 ? (
        <div className="signing-actions">
          {/* Never disabled: a button that is loses the focus, and Escape with it. */}
          <Button size="small" icon={<ChevronLeft size={16} aria-hidden />} aria-label={t('signing.document.before')} onPress={() => setPage(Math.max(1, page - 1))} />
          <span>{t('signing.document.page', { page, pages })}</span>
          <Button size="small" icon={<ChevronRight size={16} aria-hidden />} aria-label={t('signing.document.after')} onPress={() => setPage(Math.min(pages, page + 1))} />
        </div>
      ) : null}
    </div>
  );
}
