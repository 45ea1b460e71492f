/** Module basics: named arguments, one method `sign` for CMS, XML and bare values; what the NCA recommends since 2022. */
import type { Language } from '../../../shared/domain/localized.ts';
import { encodeBase64 } from '../../../shared/util/base64.ts';
import { withArmour } from '../trust/asn1/index.ts';
import type { Asking, OrderRefusal, Signed, SigningDesk, SigningOrder } from '../keystore/signing/index.ts';
import { BASICS_CANCELED, basicsFailure, basicsSuccess } from './answers.ts';
import { readBasicsOrder } from './basics-order.ts';
import { argumentObject, type ModuleRequest } from './frame.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './lenient-json.ts';
import { readFlag } from './read-arguments.ts';

export async function answerBasics(request: ModuleRequest, desk: SigningDesk, asking: Asking): Promise<JsonObject> {
  const { method } = request;
  if (method !== 'sign') return basicsFailure('GENERAL_ERROR', `java.lang.IllegalArgumentException: ${method ?? 'null'} is not defined in ${request.module}`);
  const args = argumentObject(request);
  if (args === null) return basicsFailure('GENERAL_ERROR', 'java.lang.IllegalArgumentException: sign demands arguments');
  const order = readBasicsOrder(args);
  if (!order.ok) return order.failure;
  // While a person thinks, a document of 100 MB waits as its octets, and not as a text of the page as well.
  delete args['data'];
  const signed = await desk.sign(order.value, { ...asking, locale: localeOf(args) });
  return signed.ok ? basicsSuccess(resultOf(order.value, args, signed.value)) : refusal(signed.failure);
}

/** Kazakh where a page names none: so the official page says. */
const localeOf = ({ locale }: JsonObject): Language => (locale === 'ru' || locale === 'en' ? locale : 'kk');

/** A list also for one document, as NCALayer has answered since 1.4. */
function resultOf(order: SigningOrder, { signingParams }: JsonObject, { signatures, certificate }: Signed): JsonValue {
  switch (order.form.type) {
    case 'cms':
      return signatures.map((signature) => withArmour('CMS', signature));
    case 'xml':
      return signatures.map((signature) => new TextDecoder().decode(signature));
    case 'raw': {
      const values = signatures.map(encodeBase64);
      const withCertificate = isJsonObject(signingParams) && readFlag(signingParams['outputCert'], false);
      return withCertificate === true ? { signatures: values, certificate: withArmour('CERTIFICATE', certificate) } : values;
    }
  }
}

function refusal(refused: OrderRefusal): JsonObject {
  switch (refused.code) {
    case 'cancelled':
      return BASICS_CANCELED;
    case 'store-unknown':
    case 'store-empty':
      return basicsFailure('INVALID_SIGNING_PARAMS', 'storage.empty');
    case 'file-not-found':
      return basicsFailure('SIGNING_FAILURE', 'file.not_found');
    case 'document-malformed':
    case 'failed':
      return basicsFailure('SIGNING_FAILURE', refused.detail);
  }
}
