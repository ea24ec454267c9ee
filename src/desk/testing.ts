// What the tests of the rooms above need to run on a PostgreSQL of their own; no part of the program.
export { type PostgresServer, sparePort, startPostgres } from '../register/testing.ts';
