/** Document cards: the attached document is what is signed, and everything else attached is a signature of it. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../electron/core/trust/limits.ts';
import { issue } from '../trial/trial-authority.ts';
import { OTHER, root, signer, stamped } from '../trial/trial-judgement.ts';
import { signature } from '../trial/trial-signature.ts';
import { appendRevision } from '../../../fakes/documents/pdf-writer.ts';
import { type AttachedFile, pdfWithAttachments } from '../../../fakes/documents/synthetic-pdf.ts';
import { cmsOver, judgedPdf, said } from './trial-pdf.ts';

const DOCUMENT = new TextEncoder().encode('Келісімшарт №1');
const document: AttachedFile = { name: 'келісімшарт.txt', content: DOCUMENT };
const signed = (content = cmsOver(DOCUMENT), name = 'signature.cms'): AttachedFile => ({ name, content });
const armoured = (cms: Uint8Array): Uint8Array => Buffer.from(`-----BEGIN CMS-----\n${Buffer.from(cms).toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CMS-----\n`);

describe('a document card', () => {
  it('is good with the signatures of its document, and gives the document and not its pages', async () => {
    const answer = await judgedPdf(pdfWithAttachments([document, signed()]));
    expect([said(answer), answer.form, answer.documentName]).toEqual(['good card-pages-unsigned', 'card', 'келісімшарт.txt']);
    expect(answer.content).toEqual(DOCUMENT);
  });

  it.each<[string, () => AttachedFile[]]>([
    ['an attached signature that holds the document too', () => [document, signed(signature({ content: DOCUMENT, signers: [{ signer, ...stamped() }] }))]],
    ['a signature in PEM', () => [document, signed(armoured(cmsOver(DOCUMENT)))]],
  ])('may have %s', async (_, files) => {
    expect(said(await judgedPdf(pdfWithAttachments(files())))).toBe('good card-pages-unsigned');
  });

  it('may be written in the newer way', async () => {
    const file = pdfWithAttachments([document, signed()], { xref: 'stream', packed: [1, 6, 20, 22] });
    expect(said(await judgedPdf(file))).toBe('good card-pages-unsigned');
  });

  it('has every signer of every signature judged, and all must be good', async () => {
    const second = await issue('second', root);
    const by = (damage?: 'signature'): AttachedFile => signed(cmsOver(DOCUMENT, { signer: second, ...(damage && { damage }) }), 'second.cms');
    const good = await judgedPdf(pdfWithAttachments([document, signed(), by()]));
    expect([said(good), good.bySigner.length]).toEqual(['good card-pages-unsigned', 2]);
    const bad = await judgedPdf(pdfWithAttachments([document, signed(), by('signature')]));
    expect([said(bad), bad.content, bad.bySigner.map(({ state }) => state)]).toEqual(['bad signature-wrong', null, ['good', 'bad']]);
  });

  it('has no more signers in all its signatures than one signature may have', async () => {
    const by = (count: number, name: string): AttachedFile => signed(signature({ content: DOCUMENT, detached: true, signers: Array.from({ length: count }, () => ({ signer, ...stamped() })) }), name);
    const card = async (count: number): Promise<string> => said(await judgedPdf(pdfWithAttachments([document, by(8, 'first.cms'), by(count, 'second.cms')])));
    expect(await card(LIMITS.signers - 8)).toBe('good card-pages-unsigned');
    expect(await card(LIMITS.signers - 7)).toBe('bad signature-malformed');
  });

  it.each<[string, () => AttachedFile[], string]>([
    ['another document', () => [{ ...document, content: OTHER }, signed()], 'bad content-mismatch'],
    ['another document inside the signature', () => [document, signed(signature({ content: OTHER, signers: [{ signer, ...stamped() }] }))], 'bad signature-malformed'],
    ['a file beside that is no signature', () => [document, signed(), { name: 'annex.txt', content: OTHER }], 'bad signature-malformed'],
    ['two attachments of one name', () => [document, signed(), signed()], 'bad signature-malformed'],
    ['a signature without a signer', () => [document, signed(signature({ content: DOCUMENT, detached: true, signers: [], certificates: [signer] }))], 'bad signature-malformed'],
  ])('with %s is not good', async (_, files, verdict) => {
    expect(said(await judgedPdf(pdfWithAttachments(files())))).toBe(verdict);
  });

  it('is none without a signature', async () => {
    expect(said(await judgedPdf(pdfWithAttachments([document])))).toBe('bad signature-missing');
    expect(said(await judgedPdf(pdfWithAttachments([document, { name: 'annex.txt', content: OTHER }])))).toBe('bad signature-missing');
  });

  it('with an attachment that two readers would open as two files is not read', async () => {
    const file = pdfWithAttachments([document, signed()]);
    const two = appendRevision(file, { 20: '<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 21 0 R /UF 23 0 R >> >>' });
    expect(said(await judgedPdf(two))).toBe('bad signature-malformed');
  });

  it('is judged as it was last saved', async () => {
    const file = pdfWithAttachments([document, signed()]);
    const changed = appendRevision(file, { 21: Buffer.concat([Buffer.from('<< /Type /EmbeddedFile /Length 5 >>\nstream\nother\nendstream')]) });
    expect(said(await judgedPdf(changed))).toBe('bad content-mismatch');
  });
});
