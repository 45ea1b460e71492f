/** The collector on the command line in English. */
export const en = {
  help: {
    collector: 'take the journals of a fleet from NATS JetStream into PostgreSQL and sign them, until stopped',
    nats: 'servers of the cluster, nats:// or tls://, separated by commas',
    creds: 'credentials of the collector’s user (.creds, NKey)',
    authority: 'certificates of the authority behind the servers (PEM)',
    postgres: 'address of the database, postgres://user@host/name',
    postgresFile: 'file with that address, so that no password stands in the list of processes',
    key: 'key that signs; made where it is missing (default: collector.key in the data directory)',
    name: 'name the collector signs under',
    replicas: 'servers that keep each message, when the streams are made',
    maxGigabytes: 'how much may wait for the collector, when the streams are made',
    schema: 'print the tables and roles an administrator of PostgreSQL creates, and end',
    newUser: 'make an NKey for a workstation or a collector, print it, and end',
  },
  userSeed: 'Seed, for “credentials” in the connection file, or for --creds; keep it secret: {seed}',
  userKey: 'Public key, for the users in the servers’ configuration: {key}',
  ready: 'The collector is running.',
  witnessKey: 'Its key, for “witnessKey” in the connection files: {key}',
  keyFile: 'Back this file up; without it every workstation needs a new connection file: {file}',
  stop: 'Ctrl+C ends it; what waits in the streams is taken at the next start.',
} as const;
