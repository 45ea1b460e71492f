/** `SendMessage` of the synchronous ШЭП channel: what goes into the SOAP Body and what comes out of it. */
import { SOAP, SYNC_CHANNEL_TYPES, XS, XSI } from './namespaces.ts';
import { childElements, childText, element, onlyChild, parseXml, textOf, type Element, type Markup } from './xml.ts';

/** `guid` of the channel's schema: with braces. */
export const bracedGuid = (uuid: string): string => `{${uuid}}`;
const BRACED_GUID = /^\{[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}$/;

export interface SendMessage {
  messageId: string;
  serviceId: string;
  /** ISO with offset. */
  messageDate: string;
  sender: { senderId: string; password: string };
  properties: { key: string; value: string }[];
  data: Element;
}

export interface SendMessageResponse {
  messageId: string;
  /** The `messageId` this answers. */
  correlationId: string;
  responseDate: string;
  status: { code: string; message: string };
  sessionId: string;
  data: Element | null;
}

export function writeRequest(message: Omit<SendMessage, 'data'> & { data: Markup }): Markup {
  return inBody('SendMessage', 'request', [
    element('requestInfo', [
      element('messageId', message.messageId),
      element('serviceId', message.serviceId),
      element('messageDate', message.messageDate),
      element('sender', [element('senderId', message.sender.senderId), element('password', message.sender.password)]),
      ...message.properties.map(({ key, value }) => element('properties', [element('key', key), element('value', value)])),
    ]),
    element('requestData', [message.data]),
  ]);
}

export function writeResponse(message: Omit<SendMessageResponse, 'data'> & { data: Markup | null }): Markup {
  return inBody('SendMessageResponse', 'response', [
    element('responseInfo', [
      element('messageId', message.messageId),
      element('correlationId', message.correlationId),
      element('responseDate', message.responseDate),
      element('status', [element('code', message.status.code), element('message', message.status.message.slice(0, 250))]),
      element('sessionId', message.sessionId),
    ]),
    message.data === null ? null : element('responseData', [message.data]),
  ]);
}

const inBody = (operation: string, part: string, children: (Markup | null)[]): Markup =>
  element(`sync:${operation}`, [element(part, children)], {
    'xmlns:sync': SYNC_CHANNEL_TYPES,
    'xmlns:xsi': XSI,
    'xmlns:xs': XS,
  });

/** `body` must be the element whose signature was checked, never one found in the same text again. */
export function readRequest(body: Element): SendMessage | null {
  const request = partOf(body, 'SendMessage', 'request');
  const info = request && onlyChild(request, 'requestInfo');
  const sender = info && onlyChild(info, 'sender');
  const requestData = request && onlyChild(request, 'requestData');
  const data = requestData && onlyChild(requestData, 'data');
  if (!info || !sender || !data) return null;
  const messageId = childText(info, 'messageId');
  const serviceId = childText(info, 'serviceId');
  const messageDate = childText(info, 'messageDate');
  const senderId = childText(sender, 'senderId');
  if (messageId === null || serviceId === null || messageDate === null || senderId === null) return null;
  if (!BRACED_GUID.test(messageId)) return null;
  const properties = childElements(info, 'properties').map((property) => ({
    key: childText(property, 'key') ?? '',
    value: childText(property, 'value') ?? '',
  }));
  return {
    messageId,
    serviceId,
    messageDate,
    sender: { senderId, password: childText(sender, 'password') ?? '' },
    properties,
    data,
  };
}

export function readResponse(body: Element): SendMessageResponse | null {
  const response = partOf(body, 'SendMessageResponse', 'response');
  const info = response && onlyChild(response, 'responseInfo');
  const status = info && onlyChild(info, 'status');
  if (!response || !info || !status) return null;
  const messageId = childText(info, 'messageId');
  const correlationId = childText(info, 'correlationId');
  const responseDate = childText(info, 'responseDate');
  const code = childText(status, 'code');
  const sessionId = childText(info, 'sessionId');
  if (messageId === null || correlationId === null || responseDate === null || code === null || sessionId === null) return null;
  if (!BRACED_GUID.test(sessionId)) return null;
  const responseData = onlyChild(response, 'responseData');
  return {
    messageId,
    correlationId,
    responseDate,
    status: { code, message: childText(status, 'message') ?? '' },
    sessionId,
    data: (responseData && onlyChild(responseData, 'data')) ?? null,
  };
}

function partOf(body: Element, operation: string, part: string): Element | undefined {
  if (body.namespace !== SOAP || body.localName !== 'Body') return undefined;
  const [only, ...more] = childElements(body);
  if (only?.localName !== operation || only.namespace !== SYNC_CHANNEL_TYPES || more.length > 0) return undefined;
  return onlyChild(only, part);
}

/**
 * `data` is of any type: the fields may be its own children, or it may be a string with escaped XML inside,
 * whose root then holds the fields. Both are met in practice.
 */
export function fieldsOf(data: Element): Element | null {
  if (childElements(data).length > 0) return data;
  return parseXml(textOf(data).trim());
}
