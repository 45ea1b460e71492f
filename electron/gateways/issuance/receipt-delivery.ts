/** ReceiptDelivery over HTTP: the PDF as base 64 beside the number of its application. */
import { z } from 'zod';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { encodeBase64 } from '../../../shared/util/base64.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { ReceiptDelivery } from '../../ports/issuance/receipt-delivery.ts';
import { exchangeJson, unexpectedRefusal } from '../json-exchange.ts';

export const RECEIPTS_PATH = '/issuance/v1/receipts/';
/** A page of text with its fonts is below a hundred kilobytes. */
export const ReceiptRequest = z.object({ api_key: z.string().min(1).max(200), case_id: z.uuid(), pdf: z.base64().max(700_000) });
type ReceiptRequest = z.infer<typeof ReceiptRequest>;
const Given = z.object({ given: z.literal(true) });

export const createReceiptDelivery = ({ url, apiKey, timeoutMs }: NonNullable<Connection['issuance']>): ReceiptDelivery => ({
  async give(caseId, pdf) {
    const message: ReceiptRequest = { api_key: apiKey, case_id: caseId, pdf: encodeBase64(pdf) };
    const answer = await exchangeJson({ url: new URL(RECEIPTS_PATH, url).href, timeoutMs, maxBytes: 10_000 }, message, Given);
    return answer.ok ? success(null) : failure(unexpectedRefusal(answer.failure));
  },
});
