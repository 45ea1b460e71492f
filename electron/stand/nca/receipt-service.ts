/** Takes the receipts of desks, for the page of the citizen they are for. */
import { RECEIPTS_PATH, ReceiptRequest } from '../../gateways/issuance/receipt-delivery.ts';
import { json, jsonError } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';

export const receiptRoutes = (world: StandWorld): Route[] => [
  {
    method: 'POST',
    pattern: RECEIPTS_PATH,
    service: 'issuance',
    async handle(request) {
      const { api_key: key, case_id: id, pdf } = await request.json(ReceiptRequest);
      if (key !== world.apiKey) return jsonError(401, 'API_KEY_UNKNOWN', 'api key unknown');
      if (world.applications.find(id) === null) return jsonError(404, 'CASE_UNKNOWN', 'no such application');
      world.receipts.keep(id, Uint8Array.from(Buffer.from(pdf, 'base64')));
      return json({ given: true });
    },
  },
];
