/** `getUserDataRequest` of КДП (`KDP_SERVICE`): consent of a person to a request to the registers. */
import { KDP } from './namespaces.ts';
import { childText, element, type Element, type Markup } from './xml.ts';

export const KDP_SERVICE = 'KDP_SERVICE';

export interface ConsentTokenRequest {
  uin: string;
  company: string;
  companyBin: string;
  /** Owner of the data asked for. */
  companyResponsible: string;
  /** Shown to the person. */
  employeeName: string;
  /** Service ids the token is for. */
  accessNames: string[];
  /** Free text: what for. */
  personalDataName: string;
  expiresInMs: number;
  /** True where the ground is another than an SMS of this request, such as the access the person opened; false asks the person. */
  omitSms: boolean;
  /** In the wrapper of the credit bureau the number of the request; carries the id of the opened access. */
  requestNumber: string;
}

/** Public sources do not list the values; these are the stand's, and only `VALID` is ever taken for consent. */
export type KdpStatus = 'VALID' | 'PENDING' | 'INVALID';

export interface ConsentTokenAnswer {
  /** A `KdpStatus`, or what another installation says. */
  status: string;
  code: string | null;
  publicKey: string | null;
}

export function writeConsentTokenRequest(request: ConsentTokenRequest): Markup {
  return element(
    'data',
    [
      element('uin', request.uin),
      element('company', request.company),
      element('company_bin', request.companyBin),
      element('company_responsible', request.companyResponsible),
      element('employee_name', request.employeeName),
      element('access_name', request.accessNames.join('; ')),
      element('personal_data_name', request.personalDataName),
      element('expiresIn', String(request.expiresInMs)),
      element('omit-sms', String(request.omitSms)),
      element('requestNumber', request.requestNumber),
    ],
    { 'xmlns:kdp': KDP, 'xsi:type': 'kdp:getUserDataRequest' },
  );
}

export function readConsentTokenRequest(fields: Element): ConsentTokenRequest | null {
  const uin = childText(fields, 'uin');
  const accessName = childText(fields, 'access_name');
  const expiresInMs = Number(childText(fields, 'expiresIn'));
  if (uin === null || accessName === null || !Number.isSafeInteger(expiresInMs) || expiresInMs <= 0) return null;
  return {
    uin,
    company: childText(fields, 'company') ?? '',
    companyBin: childText(fields, 'company_bin') ?? '',
    companyResponsible: childText(fields, 'company_responsible') ?? '',
    employeeName: childText(fields, 'employee_name') ?? '',
    accessNames: accessName.split(';').map((name) => name.trim()),
    personalDataName: childText(fields, 'personal_data_name') ?? '',
    expiresInMs,
    omitSms: childText(fields, 'omit-sms') === 'true',
    requestNumber: childText(fields, 'requestNumber') ?? '',
  };
}

export function writeConsentTokenAnswer(answer: ConsentTokenAnswer): Markup {
  return element(
    'data',
    [
      element('status', answer.status),
      answer.code === null ? null : element('code', answer.code),
      answer.publicKey === null ? null : element('public-key', answer.publicKey),
    ],
    { 'xmlns:kdp': KDP, 'xsi:type': 'kdp:getUserDataResponse' },
  );
}

export function readConsentTokenAnswer(fields: Element): ConsentTokenAnswer | null {
  const status = childText(fields, 'status');
  if (status === null) return null;
  return { status, code: childText(fields, 'code'), publicKey: childText(fields, 'public-key') };
}
