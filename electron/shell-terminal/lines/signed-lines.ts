/** What of a file its signatures cover, where that is not simply the one content. */
import type { FileAnswer } from '../../core/trust/index.ts';
import type { Terminal } from '../terminal.ts';
import { fill } from '../texts/index.ts';

type Signed =
  | Pick<Extract<FileAnswer, { container: 'xml' }>, 'container' | 'signed'>
  | Pick<Extract<FileAnswer, { container: 'zip' }>, 'container' | 'files'>
  | Pick<Extract<FileAnswer, { container: 'pdf' }>, 'container' | 'documentName' | 'contentBytes'>
  | { container: 'cms' };

export function signedLines(answer: Signed, { text: { verify: text } }: Terminal): string[] {
  switch (answer.container) {
    case 'xml':
      return answer.signed.map(({ uri, extent }) => (extent === 'document' ? text.signedDocument : fill(text.signedPart, { part: uri })));
    case 'zip':
      return answer.files.map(({ name, bytes }) => fill(text.signedFile, { name, bytes: String(bytes) }));
    case 'pdf':
      return answer.documentName === null || answer.contentBytes === null
        ? []
        : [fill(text.signedFile, { name: answer.documentName, bytes: String(answer.contentBytes) })];
    case 'cms':
      return [];
  }
}

/** The octets that XML signatures cover are in the caller's own file: only their length is told. */
export const signedValue = (answer: Signed): object =>
  answer.container === 'xml' ? { signed: answer.signed.map(({ octets, ...part }) => ({ ...part, bytes: octets.length })) } : {};
