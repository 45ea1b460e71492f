/** The pages of a PDF as pictures, drawn inside the decoding worker: a scanned letter or a saved certificate carries its code on a page. */
import type { GreyPicture } from '../qr-scanner/reading/decoder.ts';
import { greyOfImageData } from '../qr-scanner/reading/grey-picture.ts';

const SIGNATURE = '%PDF-';
/** A code stands on one of the first pages; a book is no document somebody presents. */
const MOST_PAGES = 10;
/** Of the longer side: an A4 page at 170 dpi, enough for a code of two centimetres. */
const PAGE_SIDE = 2000;

/** PDF 32000-1, 7.5.2: the header stands in the first line; readers accept it within the first kilobyte, we do not. */
export const isPdf = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, SIGNATURE.length)) === SIGNATURE;

/** What the library draws on; it knows of itself only the document's canvas, and a worker has none. */
class WorkerCanvasFactory {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }
  getNoAlphaContext(canvas: OffscreenCanvas) {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  }
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = width;
    canvas.height = height;
  }
  destroy({ canvas }: { canvas: OffscreenCanvas }): void {
    canvas.width = 0;
    canvas.height = 0;
  }
}

/** Filters are made of SVG in a document; pages of documents with codes do without. */
class NoFilters {
  addFilter() {
    return 'none';
  }
  addHCMFilter() {
    return 'none';
  }
  addAlphaFilter() {
    return 'none';
  }
  addLuminosityFilter() {
    return 'none';
  }
  addHighlightHCMFilter() {
    return 'none';
  }
  destroy(): void {
    // nothing was made
  }
}

/**
 * Page by page, because the first may be all that is needed.
 * @throws whatever the library throws for bytes that are no PDF it can draw, or one under a password
 */
export async function* pagesOfPdf(data: Uint8Array): AsyncGenerator<GreyPicture> {
  const pdf = await import('pdfjs-dist');
  // @ts-expect-error -- this half ships without types; it is only handed over, never called
  const own: unknown = await import('pdfjs-dist/build/pdf.worker.min.mjs');
  // We are in a worker of one file already: the library must neither start one of its own nor fetch a thing.
  Object.assign(globalThis, { pdfjsWorker: own });
  const task = pdf.getDocument({
    data,
    CanvasFactory: WorkerCanvasFactory,
    FilterFactory: NoFilters,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: pdf.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: PAGE_SIDE / Math.max(width, height) });
      const size = { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) };
      const { canvas, context } = new WorkerCanvasFactory().create(size.width, size.height);
      if (context === null) return;
      await page.render({ canvas: canvas as unknown as HTMLCanvasElement, canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise;
      yield greyOfImageData(context.getImageData(0, 0, size.width, size.height));
    }
  } finally {
    await task.destroy();
  }
}
