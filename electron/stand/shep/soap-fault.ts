/** `SendMessageFault1_SendMessageFault`: what ШЭП says when a request cannot even be read as one. */
import { SOAP, SYNC_CHANNEL_TYPES } from '../../gateways/shep/namespaces.ts';
import { element } from '../../gateways/shep/xml.ts';
import { text, type Reply } from '../http/reply.ts';

export function soapFault(errorCode: string, errorMessage: string, at: Date): Reply {
  const errorInfo = element('errorInfo', [
    element('errorCode', errorCode),
    element('errorMessage', errorMessage),
    element('errorDate', at.toISOString()),
  ]);
  const fault = element('soapenv:Fault', [
    element('faultcode', 'soapenv:Client'),
    element('faultstring', errorMessage),
    element('detail', [element('sync:SendMessageFault1_SendMessageFault', [errorInfo], { 'xmlns:sync': SYNC_CHANNEL_TYPES })]),
  ]);
  const envelope = element('soapenv:Envelope', [element('soapenv:Body', [fault])], { 'xmlns:soapenv': SOAP });
  return text('text/xml', envelope.xml, 500);
}
