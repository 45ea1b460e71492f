/** A check outcome for people, and as the value of `--json`. */
import { CHECK_LAYERS } from '../../../shared/domain/checking/verdict.ts';
import type { CheckOutcome, DocumentView, FieldValue, FieldView, MarkState } from '../../../shared/domain/checking/check-outcome.ts';
import { inLanguage } from '../../../shared/domain/localized.ts';
import { REASON_TEXTS } from '../../../shared/domain/reason-texts/index.ts';
import { almatyTime } from './almaty-time.ts';
import { layerLines, reasonLines } from './reason-lines.ts';
import type { Terminal } from '../terminal.ts';
import { fill } from '../texts/index.ts';

export function outcomeLines(outcome: CheckOutcome, mark: MarkState, training: boolean, terminal: Terminal): string[] {
  const { check } = terminal.text;
  const { title } = REASON_TEXTS[terminal.language][outcome.headline];
  const ordered = outcome.checks.toSorted((a, b) => CHECK_LAYERS.indexOf(a.layer) - CHECK_LAYERS.indexOf(b.layer));
  return [
    ...(training ? [check.test] : []),
    `${check.verdict[outcome.verdict]}: ${title}`,
    ...reasonLines(outcome.headline, terminal),
    ...outcome.notices.map((code) => fill(check.attention, { reason: REASON_TEXTS[terminal.language][code].reason })),
    ...layerLines(ordered, terminal),
    ...(outcome.document === null ? [] : documentLines(outcome.document, terminal)),
    ...signatureLines(outcome, terminal),
    fill(check.entry, { id: outcome.id }),
    ...markLines(mark, terminal),
  ];
}

function documentLines({ title, issuer, fields, photo }: DocumentView, { language, text }: Terminal): string[] {
  return [
    `${text.check.document}: ${inLanguage(title, language)}`,
    `${text.check.issuer}: ${inLanguage(issuer, language)}`,
    ...fields.map((field) => `  ${inLanguage(field.label, language)}: ${fieldText(field)}`),
    ...(photo === null ? [] : [text.check.photo]),
  ];

  function fieldText({ value }: FieldView): string {
    switch (value.state) {
      case 'shown':
        return valueText(value.value);
      case 'hidden':
        return text.check.hidden;
      case 'absent':
        return text.check.absent;
    }
  }

  function valueText(value: FieldValue): string {
    switch (value.kind) {
      case 'text':
        return value.text;
      case 'date':
        return value.day;
      case 'pair':
        return inLanguage(value.pair, language);
      case 'people':
        return value.people.map(({ name, iin }) => `${name} (${iin})`).join(', ');
    }
  }
}

function signatureLines({ signature }: CheckOutcome, { text }: Terminal): string[] {
  if (signature === null) return [];
  const lines = [`${text.check.signer}: ${signature.organisation ?? signature.signer}`];
  if (signature.signedAt !== null) lines.push(`${text.check.signedAt}: ${almatyTime(signature.signedAt)}`);
  return lines;
}

function markLines(mark: MarkState, { text: { check } }: Terminal): string[] {
  switch (mark.state) {
    case 'not-needed':
      return [];
    case 'waiting':
      return [check.markWaiting];
    case 'delivered':
      return [fill(check.markDelivered, { receipt: mark.receiptId })];
    case 'refused':
      return [fill(check.markRefused, { code: mark.code })];
  }
}

/** The photograph is told by its kind and size: a face does not belong into a pipeline of texts. */
export function outcomeValue(outcome: CheckOutcome, mark: MarkState): object {
  const { document } = outcome;
  const photo = document?.photo ? { mime: document.photo.mime, bytes: document.photo.bytes.length } : null;
  return { ...outcome, mark, document: document === null ? null : { ...document, photo } };
}
