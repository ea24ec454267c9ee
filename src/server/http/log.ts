import { type Logger, pino } from 'pino';

let logger: Logger | undefined;

/** Logs what broke, as a line of JSON on standard error. */
export function logFault(error: unknown): void {
  logger ??= pino({ name: 'readout' }, pino.destination({ dest: 2, sync: true }));
  logger.error(error);
}
