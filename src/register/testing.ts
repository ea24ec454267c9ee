// What the tests of other rooms need to run on a PostgreSQL of their own; no part of the program.
export { type PostgresServer, sparePort, startPostgres } from './testing/postgres-server.ts';
