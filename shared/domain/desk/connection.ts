/**
 * How a workstation reaches the systems of the state: one file for the stand and for production alike.
 * The stand hands out its own at `GET /connection.json`; an administrator writes one for real systems.
 */
import { z } from 'zod';
import { IceServer } from '../call/call-talk.ts';
import { Environment } from './environment.ts';
import { Profile } from '../checking/purpose.ts';

const Base64 = z.base64();

/** Verifier key of its cosignatures (c2sp.org/tlog-cosignature). */
const WitnessKey = z.string();

/** Of one desk, or of a few: a service that is asked. Files of before fleets name no kind. */
const HttpCollector = z.strictObject({
  kind: z.literal('http').default('http'),
  url: z.url(),
  apiKey: z.string(),
  timeoutMs: z.int().positive(),
  witnessKey: WitnessKey,
});

/** Of a fleet: entries go to NATS JetStream, where `tekser collector` takes them (docs/fleet.md). */
const NatsCollector = z.strictObject({
  kind: z.literal('nats'),
  /** `nats://host:port`, or `tls://host:port`; any of the cluster, or the leaf node of the centre. */
  servers: z.array(z.url({ protocol: /^(?:nats|tls)$/ })).min(1),
  /** Of the workstation's user: the seed of its NKey, or the text of a .creds file; left out where the server wants none. */
  credentials: z.string().optional(),
  /** PEM of the authority behind the servers' certificates; left out, those of the system are trusted. */
  authority: z.string().optional(),
  timeoutMs: z.int().positive(),
  witnessKey: WitnessKey,
});

/** Who watches over the journal from outside: signs for it and keeps copies of it. */
export const Collector = z.discriminatedUnion('kind', [HttpCollector, NatsCollector]);
export type Collector = z.infer<typeof Collector>;

export const Connection = z.strictObject({
  environment: Environment,
  /** Shown in the environment strip and in diagnostics. */
  name: z.string().min(1).max(80),
  /** Lets the operator read a code off the screen, for remote support; in training every desk may. */
  screenReading: z.boolean().optional(),
  documents: z.strictObject({
    url: z.url(),
    apiKey: z.string(),
    shortCodeNeedsIin: z.boolean(),
    timeoutMs: z.int().positive(),
    /** Text before the token in the QR of «Открыть доступ»; the public format is unknown, so it is data. */
    qrPrefixes: z.array(z.string().min(4)).min(1),
  }),
  shep: z.strictObject({
    url: z.url(),
    senderId: z.string(),
    password: z.string(),
    timeoutMs: z.int().positive(),
    /** Key of the organisation's information system that signs the envelopes (PKCS#12). */
    keyFile: Base64,
    keyPassword: z.string(),
    /**
     * What КДП goes by for this organisation: `access`, the access the person opened (omit-sms true), or `sms`, a question of its
     * own to the person's phone at every check (omit-sms false).
     */
    consent: z.enum(['access', 'sms']).default('access'),
    /** БИН of the systems whose signature an answer must carry. */
    answerSignerBin: z.string().regex(/^\d{12}$/),
  }),
  cabinets: z.strictObject({ url: z.url(), apiKey: z.string(), timeoutMs: z.int().positive() }),
  /** The portal of remote issuance; absent where this organisation does not take part in it. */
  issuance: z
    .strictObject({
      url: z.url(),
      apiKey: z.string(),
      timeoutMs: z.int().positive(),
      /** Public key of the organisation's archive of evidence: an uncompressed point of P-256; the private one is not at any workstation. */
      archiveKey: Base64,
    })
    .optional(),
  /** The office that renews identity cards online; absent where this organisation takes no part in it. */
  renewal: z.strictObject({ url: z.url(), apiKey: z.string(), timeoutMs: z.int().positive() }).optional(),
  /** The service of video calls; absent where this organisation takes none. Servers that help across networks are none on a LAN. */
  calls: z.strictObject({ url: z.url(), apiKey: z.string(), timeoutMs: z.int().positive(), iceServers: z.array(IceServer).max(8) }).optional(),
  /** Where checkpoints of the journal are cosigned and copies of its entries kept; without one nothing is ever let go from it. */
  collector: Collector.optional(),
  trust: z.strictObject({
    /**
     * DER of the roots; in production and test each must match a root of that environment in resources/trust/pins.json.
     * Left empty, those imported on the workstation with `tekser trust import` are used.
     */
    anchors: z.array(Base64),
    intermediates: z.array(Base64),
    /** Hosts that may be asked for revocation evidence, besides those of the services above; with the port where it is not the usual one. */
    evidenceHosts: z.array(z.string().min(1)).optional(),
  }),
  /** Authority of time for signatures made here (RFC 3161); left out, none are stamped. */
  timeStamps: z
    .strictObject({
      url: z.url(),
      /** `signature`: the imprint by the hash of the signature, as the NCA's authority wants it for GOST. */
      imprintHash: z.enum(['signature', 'sha-256']),
      timeoutMs: z.int().positive(),
    })
    .optional(),
  organisation: z.strictObject({
    name: z.string(),
    bin: z.string().regex(/^\d{12}$/),
    branch: z.string(),
    /** Who may sign in and as what; matched by the ИИН of the certificate. */
    operators: z.array(z.strictObject({ id: z.string(), iin: z.string().regex(/^\d{12}$/), profile: Profile })),
  }),
  training: z
    .strictObject({
      operators: z.array(
        z.strictObject({ id: z.string(), displayName: z.string(), profile: Profile, keyFile: Base64, password: z.string() }),
      ),
      /** Address of the picture the training camera takes, and of the phone page. */
      frameUrl: z.url(),
      phoneUrl: z.url(),
    })
    .nullable(),
});
export type Connection = z.infer<typeof Connection>;
