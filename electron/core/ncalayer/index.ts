/** The local signing service that web portals talk to: the protocol of NCALayer, without sockets. */
export { MODULES } from './accessory.ts';
export { type Answer, MODULE_NOT_FOUND, NOT_LOOPBACK } from './answers.ts';
export { openConversation } from './conversation.ts';
export { type Conversation, openExchange } from './exchange.ts';
export { argumentObject, type ModuleRequest } from './frame.ts';
