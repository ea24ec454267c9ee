import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import type { Filing } from '../filing.ts';
import { FINDINGS_A_DOCUMENT } from '../findings.ts';
import { first } from '../migrations/001-first.ts';
import { isPostgres } from '../open.ts';
import { postgresDialect } from '../postgres/client.ts';
import { postgres } from '../postgres/dialect.ts';
import { sqliteDialect } from '../sqlite/client.ts';
import { sqlite } from '../sqlite/dialect.ts';
import type { Tables } from '../tables.ts';

/** Makes a register as the first version of the schema had it, empty. */
export async function createFirst(place: string): Promise<void> {
  await withDatabase(place, async (db, dialect) => {
    await first.up(db, dialect);
    await sql`create table schema_migrations (version integer primary key, name text not null, applied_at text not null)`.execute(
      db,
    );
    await sql`insert into schema_migrations (version, name, applied_at) values (1, ${first.name}, '')`.execute(db);
  });
}

/** Puts a text into it as that version did, with a note about it and a setting. */
export async function insertOfFirst(
  place: string,
  { document, title, reading, entry, findings, pairs, lemmas }: Filing,
): Promise<void> {
  const date = document.publishedAt ?? '';
  const words = lemmas.lemmas.join(' ');
  await withDatabase(place, async (db, { kind }) => {
    await sql`insert into documents (id, title, kind, language, published_at, added_at, text)
      values (${document.id}, ${title}, 'readout', 'en', ${date}, '', ${document.text})`.execute(db);
    await sql`insert into readings (document, reader, data) values (1, ${reading.reader}, ${JSON.stringify(reading)})`.execute(
      db,
    );
    await sql`insert into entries (document, data)
      values (1, ${JSON.stringify({ document: entry.document, areas: entry.areas })})`.execute(db);
    await sql`insert into lemmas (document, lemmas, offsets) values (1, ${words}, ${new Uint8Array()})`.execute(db);
    if (kind === 'postgres')
      await sql`insert into search_index (document, lemmas) values (1, to_tsvector('simple', ${words}))`.execute(db);
    else await sql`insert into search_index (rowid, lemmas) values (1, ${words})`.execute(db);
    for (const [index, { kind: of, ordinal, item, mention }] of findings.entries()) {
      const seq = FINDINGS_A_DOCUMENT + index;
      await sql`insert into findings (seq, id, document, kind, ordinal, date, item, mention) values
        (${seq}, ${mention.id}, 1, ${of}, ${ordinal}, ${date}, ${JSON.stringify(item)}, ${JSON.stringify(mention)})`.execute(
        db,
      );
      for (const pair of pairs)
        await sql`insert into finding_pairs (pair, kind, date, finding) values (${pair}, ${of}, ${date}, ${seq})`.execute(
          db,
        );
    }
    for (const pair of pairs) {
      await sql`insert into document_pairs (pair, date, document) values (${pair}, ${date}, 1)`.execute(db);
      await sql`insert into pairs (pair, documents, meetings, commitments, instruments, progress, first_date, last_date, revision)
        values (${pair}, 1, 1, 2, 0, 0, ${date}, ${date}, 1)`.execute(db);
    }
    await sql`insert into decisions (id, kind, subject, document, payload, who, at, why)
      values ('note', 'note', ${document.id}, ${document.id}, '{"text":"n"}', 'analyst', '', '')`.execute(db);
    await sql`insert into settings (key, value) values ('key', 'value')`.execute(db);
  });
}

async function withDatabase(
  place: string,
  work: (db: Kysely<Tables>, dialect: Dialect) => Promise<void>,
): Promise<void> {
  if (!isPostgres(place)) mkdirSync(dirname(place), { recursive: true });
  const [client, dialect] = isPostgres(place)
    ? [postgresDialect(place, 'principals'), postgres]
    : [sqliteDialect(place), sqlite];
  const db = new Kysely<Tables>({ dialect: client });
  try {
    await work(db, dialect);
  } finally {
    await db.destroy();
  }
}
