/** `tekser journal import FOLDER`: an auditor takes over an export of any workstation: proved with its key alone, offline, and counted. */
import type { HashedEntry } from '../../../core/journal/index.ts';
import { parseCosignerKey, parseVerifierKey } from '../../../core/journal/index.ts';
import { almatyDay } from '../../../../shared/domain/almaty-day.ts';
import { type ExportFinding, verifyExport } from '../../../adapters/journal-export/verify-export.ts';
import { usageFailure } from '../../command-failure.ts';
import { EXIT } from '../../exit-code.ts';
import { fill, type TerminalText } from '../../texts/index.ts';
import type { CommonOptions, Run } from '../command.ts';

export interface JournalImportOptions extends CommonOptions {
  folder: string;
  key: string;
  witness?: string;
}

export const journalImport: Run<JournalImportOptions> = async (terminal, { folder, key: keyText, witness: witnessText }) => {
  const key = parseVerifierKey(keyText);
  const witness = witnessText === undefined ? null : parseCosignerKey(witnessText);
  if (key === null || (witnessText !== undefined && witness === null)) throw usageFailure('verifier-key-expected');
  const counts = countEntries();
  const finding = await verifyExport(folder, key, witness, counts.add);
  if (finding.state !== 'proved') {
    terminal.answer([findingLine(finding, terminal.text)], finding);
    return EXIT.notValid;
  }
  const rows = counts.rows();
  const lines = rows.map(({ day, kind, verdict, operatorId, count }) =>
    [day, String(count).padStart(7), operatorId ?? '—', terminal.text.kind[kind], verdict === null ? null : terminal.text.check.verdict[verdict]].filter((fact) => fact !== null).join('  '),
  );
  terminal.answer([...lines, findingLine(finding, terminal.text)], { ...finding, rows });
  return EXIT.valid;
};

interface CountedRow {
  day: string;
  operatorId: string | null;
  kind: HashedEntry['event']['kind'];
  verdict: Extract<HashedEntry['event'], { kind: 'checked' }>['verdict'] | null;
  count: number;
}

function countEntries() {
  const rows = new Map<string, CountedRow>();
  return {
    add({ at, operatorId, event }: HashedEntry) {
      const row = { day: almatyDay(new Date(at)), operatorId, kind: event.kind, verdict: event.kind === 'checked' ? event.verdict : null };
      const name = Object.values(row).join(' ');
      rows.set(name, { ...row, count: (rows.get(name)?.count ?? 0) + 1 });
    },
    rows: () => [...rows.values()],
  };
}

function findingLine(finding: ExportFinding, { export: text, receipt, journal }: TerminalText): string {
  switch (finding.state) {
    case 'proved': {
      const { first, last, origin } = finding;
      const proved = fill(text.proved, { first, last, origin });
      return finding.cosignedAt === null ? `${proved} ${text.notCosigned}` : `${proved} ${fill(text.cosigned, { at: finding.cosignedAt })}`;
    }
    case 'file-altered':
      return fill(text.fileAltered, { file: finding.file });
    case 'entry-altered':
      return fill(journal.broken, { sequence: finding.fault.firstBadSequence, reason: journal.reason[finding.fault.reason] });
    case 'contradicted':
      return text.contradicted;
    case 'malformed':
      return text.malformed;
    case 'unknown-signer':
    case 'forged':
      return receipt[finding.state];
  }
}
