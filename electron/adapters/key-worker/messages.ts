/** What passes between the desk and the thread that holds the keys: calls by name, answers by number, and never a private key. */
import type { KeyCustodian } from '../../ports/key-custodian.ts';

export type CustodianMethod = keyof KeyCustodian;

export interface CustodianCall {
  id: number;
  method: CustodianMethod;
  args: readonly unknown[];
}

/** A failure is named by its class alone: the text of an exception might quote what it choked on. */
export type CustodianAnswer = { id: number; outcome: 'answered'; value: unknown } | { id: number; outcome: 'failed'; name: string };
