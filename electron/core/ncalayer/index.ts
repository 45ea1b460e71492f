/** The local signing service that web portals talk to: the protocol of NCALayer, without sockets. */
export { NOT_LOOPBACK } from './answers.ts';
export { type Conversation, openConversation } from './conversation.ts';
