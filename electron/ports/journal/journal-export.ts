/** Gives the entries of some days out of the workstation, provable elsewhere: signed JSON Lines, a table and a page to print. */
import type { ExportedJournal } from '../../../shared/domain/journal/journal-report.ts';

export interface ExportedFiles {
  /** Lower-case hex SHA-256 of the signed statement over all files. */
  fileHash: string;
  /** The name of the folder, beside others of its kind. */
  folder: string;
}

export interface JournalExport {
  /**
   * @param from @param to days of Asia/Almaty, `yyyy-mm-dd`, both included
   * @param onProgress entries written, of how many
   * @param onWritten told before the folder takes its final name: what it cannot write down is no export
   */
  exportDays(
    days: { from: string; to: string },
    onProgress: (done: number, of: number) => void,
    onWritten: (files: ExportedFiles & { entries: number }) => Promise<void>,
  ): Promise<ExportedJournal>;
}
