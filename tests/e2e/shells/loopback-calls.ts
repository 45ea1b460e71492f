/** Lets two browsers of one machine call each other where it has no network but itself; anywhere else they need no help. */
import { networkInterfaces } from 'node:os';

/** Chromium gathers no candidates on the loopback interface unless told to. */
export function loopbackCalls(): readonly string[] {
  const hasNetwork = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
  return hasNetwork ? [] : ['--allow-loopback-in-peer-connection'];
}
