/** What is printed of an application: in both languages, with all their letters, and with nothing of the person in it. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPaperPress } from '../../../electron/adapters/pdf-papers/print-paper.ts';
import { actOf, withReceipts } from '../../../electron/core/issuance/index.ts';
import type { IssuancePortal } from '../../../electron/ports/issuance/issuance-portal.ts';
import type { CaseStage, IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { pdfText } from '../../fakes/documents/pdf-text.ts';

const press = createPaperPress('resources/fonts');
const issuer = { organisation: '«Тексер» оқу орталығы (TEST)', bin: '999940990013', branch: 'Оқу терезесі № 1' };
const hash = 'ab'.repeat(32);
const caseAt = (stage: CaseStage): IssuanceCase => ({
  id: randomUUID(),
  openedAt: '2026-11-22T04:00:00.000Z',
  touchedAt: '2026-11-22T20:00:00.000Z',
  policyVersion: '2026.1',
  language: 'kk',
  stage,
  done: [],
  channel: 'digital-id',
  failedAttempts: 1,
  risks: [],
});
const ISSUED: CaseStage = { stage: 'issued', certificates: [hash], revokedOld: 2 };

describe('the act', () => {
  it('tells how it ended, and of an application that goes on there is none', async () => {
    const issued = caseAt(ISSUED);
    const text = await pdfText(await press.print(actOf(issued, issuer)!));
    for (const part of [issued.id, 'ЭЦҚ-ны қашықтан беру туралы акт', 'Акт о дистанционной выдаче ЭЦП', 'ключи выданы', hash.slice(0, 20), '23.11.2026', 'Оқу терезесі']) expect(text).toContain(part);
    const refused = await pdfText(await press.print(actOf(caseAt({ stage: 'refused', by: 'operator', reason: 'data-differ' }), issuer)!));
    expect(refused).toContain('деректер мемлекеттік базаға сәйкес келмеді');
    expect(refused).not.toContain(hash.slice(0, 20));
    expect(actOf(caseAt({ stage: 'grant' }), issuer)).toBeNull();
  });
});

describe('the receipt', () => {
  function portalWith(given: boolean) {
    const told: string[] = [];
    const portal = { showStage: async (_id: string, _step: number, stage: CaseStage) => success((told.push(stage.stage), null)) } as unknown as IssuancePortal;
    const receipts: Uint8Array[] = [];
    const stored = caseAt(ISSUED);
    const delivery = { give: async (_: string, pdf: Uint8Array) => (given ? success((receipts.push(pdf), null)) : failure({ code: 'service-unreachable' as const, detail: null })) };
    return { told, receipts, stored, portal: withReceipts(portal, { store: { find: async () => ({ case: stored, step: 9 }) }, receipts: delivery, papers: press, issuer }) };
  }

  it('is there before the page is told of the end, and names no person', async () => {
    const { portal, told, receipts, stored } = portalWith(true);
    await portal.showStage(stored.id, 8, { stage: 'installation', certificates: [hash] });
    expect(receipts).toEqual([]);
    await portal.showStage(stored.id, 9, ISSUED);
    expect(told).toEqual(['installation', 'issued']);
    const text = await pdfText(receipts[0]!);
    expect(text).toContain('Расписка о получении ключей ЭЦП');
    expect(text).toContain('ЭЦҚ кілттерін алғаны туралы қолхат');
    expect(text.replaceAll(stored.id, '').replaceAll(issuer.bin, '').replaceAll(hash, '')).not.toMatch(/\d{12}|\+7/);
  });

  it('that could not be handed over leaves the end untold, so that both are tried again', async () => {
    const { portal, told, stored } = portalWith(false);
    expect(await portal.showStage(stored.id, 9, ISSUED)).toMatchObject({ ok: false });
    expect(told).toEqual([]);
  });
});
