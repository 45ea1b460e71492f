/** Reads the bytes the owner body signed; everything doubtful is malformed, nothing is repaired. */
import { DocumentContent } from '../../../shared/domain/checking/document-content.ts';
import type { DocumentTemplate } from '../../../shared/domain/checking/document-template.ts';
import type { ContentEvidence } from './evidence.ts';

export function readContent(signedBytes: Uint8Array, templateOf: (type: string) => DocumentTemplate | null): ContentEvidence {
  const parsed = DocumentContent.safeParse(jsonOf(signedBytes));
  if (!parsed.success) return { state: 'malformed' };
  return { state: 'read', content: parsed.data, template: templateOf(parsed.data.type) };
}

/** RFC 8259 section 8.1: UTF-8 without a byte order mark; undefined for what is no JSON text. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
