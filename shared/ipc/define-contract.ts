/** The grammar of the contract: calls and events by domain, from which server, client and test doubles derive their types. */
import type { z } from 'zod';
import type { Result } from '../util/result.ts';
import type { Fault } from './wire.ts';

export interface Call<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly type: 'call';
  readonly input: Input;
  readonly output: Output;
  /** Octets and characters the input may have; null for the usual bound of the server. */
  readonly largestInput: number | null;
}
export interface Event<Payload extends z.ZodType = z.ZodType> {
  readonly type: 'event';
  readonly payload: Payload;
}
export type ContractShape = Record<string, Record<string, Call | Event>>;

export const call = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  largestInput: number | null = null,
): Call<Input, Output> => ({ type: 'call', input, output, largestInput });
export const event = <Payload extends z.ZodType>(payload: Payload): Event<Payload> => ({ type: 'event', payload });
export const defineContract = <const Shape extends ContractShape>(shape: Shape): Shape => shape;

type Members<Shape, Kind> = { [Name in keyof Shape as Shape[Name] extends Kind ? Name : never]: Shape[Name] };

/** What the core must offer: one function for every call. */
export type Handlers<Shape extends ContractShape> = {
  [Domain in keyof Shape]: {
    [Name in keyof Members<Shape[Domain], Call>]: Shape[Domain][Name] extends Call<infer Input, infer Output>
      ? (input: z.infer<Input>) => Promise<z.infer<Output>> | z.infer<Output>
      : never;
  };
};

/** What the page sees: calls to await and events to listen to. A fault of transport or core is a value to be handled, not an exception. */
export type HostClient<Shape extends ContractShape> = {
  readonly [Domain in keyof Shape]: {
    readonly [Name in keyof Shape[Domain]]: Shape[Domain][Name] extends Call<infer Input, infer Output>
      ? (input: z.infer<Input>) => Promise<Result<z.infer<Output>, Fault>>
      : Shape[Domain][Name] extends Event<infer Payload>
        ? (listener: (payload: z.infer<Payload>) => void) => () => void
        : never;
  };
};

/** How the core speaks to the page without being asked. */
export type Publisher<Shape extends ContractShape> = {
  [Domain in keyof Shape]: {
    [Name in keyof Members<Shape[Domain], Event>]: Shape[Domain][Name] extends Event<infer Payload>
      ? (payload: z.infer<Payload>) => void
      : never;
  };
};
