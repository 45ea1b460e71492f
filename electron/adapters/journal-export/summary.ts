/** The page of an export that is printed and filed: which entries, how many of each kind, and room for a signature by hand. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type PdfDocument from 'pdfkit';
import { writtenDay, writtenMinute } from '../../../shared/domain/almaty-day.ts';
import type { JournalReport } from '../../../shared/domain/journal/journal-report.ts';
import type { Pair } from '../../../shared/domain/localized.ts';
import { drawText, FONT_FILES, FONT_SUBSETS } from './pdf-fonts.ts';
import { eventText, SUMMARY_TEXT } from './summary-text.ts';

export interface Summary {
  report: JournalReport;
  origin: string;
  first: number;
  last: number;
  root: Uint8Array;
  at: Date;
}

const MARGIN = 48;
const LINE = 11;
/** Both languages, one under the other, and the space to the next. */
const ROW = 2 * LINE + 5;
const COLUMNS = { period: MARGIN, operator: MARGIN + 65, event: MARGIN + 195, count: MARGIN + 450 };

/** In the two languages of the state. */
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
  line(`${writtenDay(report.query.from)} — ${writtenDay(report.query.to)}`, 12);
  line(origin, 10);
  line(`${SUMMARY_TEXT.entries}: ${first} — ${last} (${last - first + 1})`, 10);
  line(`${SUMMARY_TEXT.root}: ${Buffer.from(root).toString('base64')}`, 9);
  line(`${SUMMARY_TEXT.made}: ${writtenMinute(at)}`, 9);
  line(SUMMARY_TEXT.signature, 10);
  document.y = y + LINE;
}

function drawRows(document: PDFKit.PDFDocument, { rows }: JournalReport): void {
  const bottom = document.page.height - MARGIN - ROW;
  let y = document.y;
  const draw = (cells: Record<keyof typeof COLUMNS, Pair | string>) => {
    if (y > bottom) {
      document.addPage();
      y = MARGIN;
    }
    for (const [column, text] of Object.entries(cells)) {
      const lines = typeof text === 'string' ? [text] : [text.kk, text.ru];
      for (const [index, line] of lines.entries()) drawText(document, line, COLUMNS[column as keyof typeof COLUMNS], y + index * LINE, 9);
    }
    y += ROW;
  };
  draw(SUMMARY_TEXT.columns);
  for (const row of rows) draw({ period: writtenDay(row.period), operator: row.operatorId ?? '—', event: eventText(row), count: String(row.count) });
}

function drawNumbers(document: PDFKit.PDFDocument): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    drawText(document, `${page + 1} / ${count}`, document.page.width - 2 * MARGIN, document.page.height - MARGIN, 8);
  }
}
