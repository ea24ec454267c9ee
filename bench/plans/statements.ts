import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/** A statement as a database was asked, with the values of its parameters. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Remembers the statements that either database is asked in this process from now on, each once. */
export function recordStatements(): { readonly statements: readonly Statement[]; stop(): void } {
  const known = new Map<string, Statement>();
  const { prepare } = DatabaseSync.prototype;
  const { query } = pg.Client.prototype;
  const add = (sql: string, values: readonly unknown[]): void => {
    if (/^\s*(?:select|update|delete|insert|with)\b/i.test(sql) && !known.has(sql)) known.set(sql, { sql, values });
  };
  DatabaseSync.prototype.prepare = function (sql, ...rest) {
    add(sql, []);
    return prepare.call(this, sql, ...rest);
  };
  pg.Client.prototype.query = function (this: pg.Client, ...asked: unknown[]) {
    const [sql, values] = asked;
    if (typeof sql === 'string') add(sql, Array.isArray(values) ? values : []);
    return Reflect.apply(query, this, asked);
  };
  return {
    get statements() {
      return [...known.values()];
    },
    stop() {
      DatabaseSync.prototype.prepare = prepare;
      pg.Client.prototype.query = query;
    },
  };
}
