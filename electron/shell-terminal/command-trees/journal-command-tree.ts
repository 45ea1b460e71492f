/** The commands under `tekser journal` and their options; what each does is in its own file. */
import type { Command } from 'commander';
import { day, pageSize, seedNumber } from '../arguments/argument-values.ts';
import type { CommonOptions } from '../commands/command.ts';
import type { JournalBackupOptions } from '../commands/journal/backup.ts';
import type { JournalExportOptions } from '../commands/journal/export.ts';
import type { JournalHistoryOptions } from '../commands/journal/history.ts';
import type { JournalImportOptions } from '../commands/journal/import.ts';
import type { JournalKeyOptions } from '../commands/journal/key.ts';
import type { JournalListOptions } from '../commands/journal/list.ts';
import type { JournalReceiptOptions } from '../commands/journal/receipt.ts';
import type { JournalReportOptions } from '../commands/journal/report.ts';
import type { JournalRestoreOptions } from '../commands/journal/restore.ts';
import type { JournalTilesOptions } from '../commands/journal/tiles.ts';
import type { JournalVerifyReceiptOptions } from '../commands/journal/verify-receipt.ts';
import type { JournalVerifyOptions } from '../commands/journal/verify.ts';
import type { SupervisedOptions } from '../desk/supervised-desk.ts';
import type { TerminalText } from '../texts/index.ts';
import type { TreeTools } from './tree-tools.ts';

export function addJournalCommands(journal: Command, { run, sub }: TreeTools, help: TerminalText['help']): void {
  journal.description(help.journal).helpCommand('help [command]', help.helpCommand);
  sub(journal, 'list', help.journalList)
    .option('--limit <n>', help.limit, pageSize, 20)
    .option('--before <n>', help.before, seedNumber)
    .option('--kind <kind>', help.kind, (kind: string, kinds: string[]) => [...kinds, kind], [])
    .action(run<JournalListOptions>(() => import('../commands/journal/list.ts').then(({ journalList }) => journalList)));
  sub(journal, 'report', help.journalReport)
    .option('--from <day>', help.fromDay, day)
    .option('--to <day>', help.toDay, day)
    .option('--month', help.byMonth)
    .action(run<JournalReportOptions>(() => import('../commands/journal/report.ts').then(({ journalReport }) => journalReport)));
  sub(journal, 'verify', help.journalVerify)
    .option('--connection <file|url>', help.witnessConnection)
    .option('--no-witness', help.noWitness)
    .action(run<JournalVerifyOptions>(() => import('../commands/journal/verify.ts').then(({ journalVerify }) => journalVerify)));
  sub(journal, 'history', help.journalHistory)
    .requiredOption('--iin-file <file>', help.iinFile)
    .option('--limit <n>', help.limit, pageSize, 200)
    .action(run<JournalHistoryOptions>(() => import('../commands/journal/history.ts').then(({ journalHistory }) => journalHistory)));
  addFiles(journal, { run, sub }, help);
  addSupervised(journal, { run, sub }, help);
}

function addFiles(journal: Command, { run, sub }: TreeTools, help: TerminalText['help']): void {
  const journalExport = run<JournalExportOptions>(() => import('../commands/journal/export.ts').then((command) => command.journalExport));
  sub(journal, 'export', help.journalExport)
    .argument('<folder>', help.exportFolder)
    .option('--from <day>', help.fromDay, day)
    .option('--to <day>', help.toDay, day)
    .action((folder: string, options: CommonOptions) => journalExport({ ...options, folder }));
  const journalImport = run<JournalImportOptions>(() => import('../commands/journal/import.ts').then((command) => command.journalImport));
  sub(journal, 'import', help.journalImport)
    .argument('<folder>', help.importFolder)
    .requiredOption('--key <key>', help.verifierKey)
    .option('--witness <key>', help.witnessKey)
    .action((folder: string, options: Omit<JournalImportOptions, 'folder'>) => journalImport({ ...options, folder }));
  const tiles = run<JournalTilesOptions>(() => import('../commands/journal/tiles.ts').then((command) => command.journalTiles));
  sub(journal, 'tiles', help.journalTiles)
    .argument('<folder>', help.tilesFolder)
    .action((folder: string, options: CommonOptions) => tiles({ ...options, folder }));
  const backup = run<JournalBackupOptions>(() => import('../commands/journal/backup.ts').then((command) => command.journalBackup));
  sub(journal, 'backup', help.journalBackup)
    .argument('<file>', help.exportFile)
    .action((file: string, options: CommonOptions) => backup({ ...options, file }));
  const exportKey = run<JournalKeyOptions>(() => import('../commands/journal/key.ts').then((command) => command.journalExportKey));
  sub(journal, 'export-key', help.journalExportKey)
    .argument('<file>', help.exportFile)
    .action((file: string, options: CommonOptions) => exportKey({ ...options, file }));
  const importKey = run<JournalKeyOptions>(() => import('../commands/journal/key.ts').then((command) => command.journalImportKey));
  sub(journal, 'import-key', help.journalImportKey)
    .argument('<file>', help.keyFile)
    .action((file: string, options: CommonOptions) => importKey({ ...options, file }));
  const receipt = run<JournalReceiptOptions>(() => import('../commands/journal/receipt.ts').then((command) => command.journalReceipt));
  sub(journal, 'receipt', help.journalReceipt)
    .argument('<sequence>', help.receiptSequence, seedNumber)
    .argument('<file>', help.exportFile)
    .action((sequence: number, file: string, options: CommonOptions) => receipt({ ...options, sequence, file }));
  const verifyReceipt = run<JournalVerifyReceiptOptions>(() => import('../commands/journal/verify-receipt.ts').then((command) => command.journalVerifyReceipt));
  sub(journal, 'verify-receipt', help.journalVerifyReceipt)
    .argument('<file>', help.receiptFile)
    .option('--key <key>', help.verifierKey)
    .action((file: string, options: Omit<JournalVerifyReceiptOptions, 'file'>) => verifyReceipt({ ...options, file }));
}

function addSupervised(journal: Command, { run, sub }: TreeTools, help: TerminalText['help']): void {
  const supervised = (name: string, description: string): Command =>
    sub(journal, name, description)
      .option('--connection <file|url>', help.connection)
      .option('--operator <id>', help.operator)
      .option('--key <file>', help.key)
      .option('--password-file <file>', help.passwordFile);
  supervised('set-aside', help.journalSetAside).action(
    run<SupervisedOptions>(() => import('../commands/journal/set-aside.ts').then(({ journalSetAside }) => journalSetAside)),
  );
  const restore = run<JournalRestoreOptions>(() => import('../commands/journal/restore.ts').then((command) => command.journalRestore));
  supervised('restore', help.journalRestore)
    .argument('<file>', help.restoreFile)
    .action((file: string, options: SupervisedOptions) => restore({ ...options, file }));
  supervised('forget', help.journalForget).action(
    run<SupervisedOptions>(() => import('../commands/journal/forget.ts').then(({ journalForget }) => journalForget)),
  );
}
