/** The page of an export that is printed and filed: which entries, how many of each kind, and room for a signature by hand. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type PdfDocument from 'pdfkit';
import type { JournalReport } from '../../../shared/domain/journal-report.ts';
import { drawText, FONT_FILES, FONT_SUBSETS } from './pdf-fonts.ts';
import { SUMMARY_TEXT } from './summary-text.ts';

export interface Summary {
  report: JournalReport;
  origin: string;
  first: number;
  last: number;
  root: Uint8Array;
  at: Date;
}

const MARGIN = 48;
const LINE = 15;
const COLUMNS = { period: MARGIN, operator: MARGIN + 75, kind: MARGIN + 190, verdict: MARGIN + 330, count: MARGIN + 450 };

/** In the two languages of the state, side by side where a word is enough. */
export async function writeSummary(file: string, fonts: string, summary: Summary): Promise<void> {
  // Loaded only now: a desk that exports nothing does without it.
  const { default: Document } = await import('pdfkit');
  const document: typeof PdfDocument.prototype = new Document({ size: 'A4', margin: MARGIN, font: null as never, bufferPages: true, info: { Title: SUMMARY_TEXT.title, CreationDate: summary.at } });
  const output = document.pipe(createWriteStream(file, { flush: true }));
  for (const subset of FONT_SUBSETS) document.registerFont(subset, join(fonts, FONT_FILES[subset]));
  drawHead(document, summary);
  drawRows(document, summary.report);
  drawNumbers(document);
  document.end();
  await finished(output);
}

function drawHead(document: PDFKit.PDFDocument, { report, origin, first, last, root, at }: Summary): void {
  let y = MARGIN;
  const line = (text: string, size: number) => {
    drawText(document, text, MARGIN, y, size);
    y += size + 6;
  };
  line(SUMMARY_TEXT.title, 16);
  line(`${report.query.from} — ${report.query.to}`, 12);
  line(origin, 10);
  line(`${SUMMARY_TEXT.entries}: ${first} — ${last} (${last - first + 1})`, 10);
  line(`${SUMMARY_TEXT.root}: ${Buffer.from(root).toString('base64')}`, 9);
  line(`${SUMMARY_TEXT.made}: ${at.toISOString()}`, 9);
  line(SUMMARY_TEXT.signature, 10);
  document.y = y + LINE;
}

function drawRows(document: PDFKit.PDFDocument, { rows }: JournalReport): void {
  const bottom = document.page.height - MARGIN - LINE;
  let y = document.y;
  const draw = (cells: Record<keyof typeof COLUMNS, string>) => {
    if (y > bottom) {
      document.addPage();
      y = MARGIN;
    }
    for (const [column, text] of Object.entries(cells)) drawText(document, text, COLUMNS[column as keyof typeof COLUMNS], y, 9);
    y += LINE;
  };
  draw(SUMMARY_TEXT.columns);
  for (const { period, operatorId, kind, verdict, count } of rows) draw({ period, operator: operatorId ?? '—', kind, verdict: verdict ?? '', count: String(count) });
}

function drawNumbers(document: PDFKit.PDFDocument): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    drawText(document, `${page + 1} / ${count}`, document.page.width - 2 * MARGIN, document.page.height - MARGIN, 8);
  }
}
