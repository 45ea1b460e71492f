/** A request to a service of the stand: address parts and a bounded body. */
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';

const LARGEST_BODY = 1024 * 1024;

/** The body is too large or is not what the service reads; becomes a 400. */
export class RequestMalformed extends Error {
  override readonly name = 'RequestMalformed';
}

export class StandRequest {
  readonly method: string;
  readonly url: URL;
  /** By the names in the route's pattern, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly #body: AsyncIterable<Buffer>;

  constructor(message: IncomingMessage, url: URL, params: Record<string, string>) {
    this.method = message.method ?? 'GET';
    this.url = url;
    this.params = params;
    this.headers = message.headers;
    this.#body = message;
  }

  /** @throws {RequestMalformed} over `largest`, one megabyte by default. */
  async bytes(largest = LARGEST_BODY): Promise<Buffer<ArrayBuffer>> {
    const chunks: Buffer[] = [];
    let total = 0;
    for await (const chunk of this.#body) {
      total += chunk.length;
      if (total > largest) throw new RequestMalformed('body too large');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /** @throws {RequestMalformed} */
  async json<Schema extends z.ZodType>(schema: Schema): Promise<z.infer<Schema>> {
    let value: unknown;
    try {
      value = JSON.parse((await this.bytes()).toString('utf8'));
    } catch (error) {
      if (error instanceof RequestMalformed) throw error;
      throw new RequestMalformed('body is not JSON', { cause: error });
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new RequestMalformed(parsed.error.issues[0]?.path.join('.') || 'shape');
    return parsed.data;
  }

  async form(): Promise<URLSearchParams> {
    return new URLSearchParams((await this.bytes()).toString('utf8'));
  }
}
