/** How a method of commonUtils ends without a value: as the Java exception whose text pages know. */
import type { OrderRefusal } from '../keystore/signing/index.ts';
import { ACTION_CANCELED } from './answers.ts';

/** Ends a method; `answer` is told to the caller, null where the Java exception had no text. */
export class JavaFailure extends Error {
  readonly answer: string | null;
  constructor(answer: string | null) {
    super(answer ?? '');
    this.answer = answer;
  }
}

/** A refusal of the signing desk in the words of the Java exceptions. */
export function refusal(refused: OrderRefusal): JavaFailure {
  switch (refused.code) {
    case 'cancelled':
      return new JavaFailure(ACTION_CANCELED);
    case 'store-unknown':
      return new JavaFailure('storage.unknown');
    case 'store-empty':
      return new JavaFailure('storage.empty');
    case 'file-not-found':
      return new JavaFailure('file.not_found');
    case 'document-malformed':
    case 'failed':
      return new JavaFailure(refused.detail);
  }
}
