/** Receipts the desks made of finished applications, until their page asks for them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ReceiptBook {
  keep(applicationId: string, pdf: Uint8Array): void;
  /** Null where the desk has not sent it. */
  of(applicationId: string): Uint8Array | null;
}

/** @param directory null keeps them in memory; whoever calls has found the application, so that its id is the name of a file. */
export function createReceiptBook(directory: string | null): ReceiptBook {
  if (directory === null) {
    const receipts = new Map<string, Uint8Array>();
    return { keep: (id, pdf) => void receipts.set(id, pdf), of: (id) => receipts.get(id) ?? null };
  }
  const fileOf = (id: string): string => join(directory, `${id}.pdf`);
  return {
    keep(id, pdf) {
      mkdirSync(directory, { recursive: true });
      writeFileSync(fileOf(id), pdf);
    },
    of: (id) => (existsSync(fileOf(id)) ? readFileSync(fileOf(id)) : null),
  };
}
