/** The one channel between preload and main; its messages are told apart by the contract. */
export const HOST_CHANNEL = 'host:message';
