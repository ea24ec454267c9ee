import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MARKINGS, type Marking, markingRank } from '../model/index.ts';
import { changeMarking, fileAll, openRegister, type Register, recordDecision, setSetting } from './index.ts';
import { type PostgresServer, startPostgres } from './testing/postgres-server.ts';
import { linkToFirst, sampleFiling } from './testing/sample-filing.ts';

const NOW = '2026-01-01T00:00:00Z';

/** Of each marking a text with a word of its own, between parties that no other text has, and one between the same parties as all others. */
const SECRETS: Readonly<Record<Marking, { word: string; pair: string; own: string; shared: string }>> = {
  public: secretsOf(1, 'openword', ['KAZ', 'KGZ']),
  delegation: secretsOf(2, 'delegationword', ['BTN', 'MLT']),
  principals: secretsOf(3, 'principalsword', ['AND', 'TON']),
};

function secretsOf(number: number, word: string, parties: readonly string[]) {
  return {
    word,
    pair: parties.join('-'),
    own: filingOf(number, word, parties).document.id,
    shared: filingOf(number + 10, word, ['KAZ', 'UZB']).document.id,
  };
}

function filingOf(number: number, word: string, parties: readonly string[]) {
  return sampleFiling(number, { words: `they told ${word} of a road`, parties });
}

/** What must not be seen below a marking: its words, its pair, and the ids of its texts. */
function tellTales(marking: Marking): string[] {
  const { word, pair, own, shared } = SECRETS[marking];
  return [word, pair, own, shared, `note-of-${marking}`];
}

async function fill(register: Register): Promise<void> {
  for (const [index, marking] of MARKINGS.entries()) {
    const { word, pair, own } = SECRETS[marking];
    const filings = [filingOf(index + 1, word, pair.split('-')), filingOf(index + 11, word, ['KAZ', 'UZB'])];
    await fileAll(register, filings, linkToFirst, NOW, { marking });
    const note = { kind: 'note', who: 'analyst', why: '', undoes: undefined } as const;
    const payload = { text: `note-of-${marking}` };
    await recordDecision(register, { ...note, subject: own, document: own, payload }, [pair]);
    // A note above the marking of its document.
    const open = SECRETS.public.own;
    await recordDecision(register, { ...note, subject: open, document: open, payload, marking }, ['KAZ-KGZ']);
  }
  await setSetting(register, 'key', 'value');
}

const server = await startPostgres();
if (server === undefined) console.warn('clearances: no PostgreSQL is installed; its tests are skipped');

describe.skipIf(server === undefined)('what a connection sees and changes', () => {
  let database: string;
  let register: Register;

  beforeAll(async () => {
    database = await (server as PostgresServer).newDatabase();
    register = await openRegister(database);
    await fill(register);
  });
  afterAll(async () => {
    await register?.close();
    await server?.stop();
  });

  /** Works on a connection of a clearance, or of none, by plain SQL. */
  async function as<Result>(
    clearance: Marking | undefined,
    work: (client: pg.Client) => Promise<Result>,
  ): Promise<Result> {
    const options = clearance === undefined ? undefined : `-c readout.clearance=${markingRank(clearance)}`;
    const client = new pg.Client({ connectionString: database, ...(options === undefined ? {} : { options }) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async function tables(): Promise<string[]> {
    const { rows } = await as(undefined, (client) =>
      client.query(
        "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')",
      ),
    );
    return rows.map(({ relname }) => relname);
  }

  /** All rows of a table that the client sees, as one text. */
  async function contents(client: pg.Client, table: string): Promise<string> {
    const { rows } = await client.query(
      `select coalesce(string_agg(row_to_json(t)::text, ' '), '') as text from ${table} t`,
    );
    return rows[0].text;
  }

  async function contentsOf(client: pg.Client, names: readonly string[]): Promise<string[]> {
    const texts: string[] = [];
    for (const name of names) texts.push(await contents(client, name));
    return texts;
  }

  /** What is seen of the record, but for the numbers of its changes; sorted, since no order is promised. */
  function record(clearance: Marking): Promise<string[][]> {
    return as(clearance, async (client) => {
      const texts = await contentsOf(client, ['documents', 'findings', 'links', 'pairs', 'decisions']);
      return texts.map((text) =>
        text
          .replaceAll(/"revision":\d+/g, '')
          .split(' ')
          .sort(),
      );
    });
  }

  test('every table is under a policy, for its owner too', async () => {
    const { rows } = await as(undefined, (client) =>
      client.query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity)`),
    );
    expect(rows.map(({ relname }) => relname)).toEqual(['schema_migrations']);
  });

  test('what the functions name is that of the register, whatever a connection would find first', async () => {
    await as('delegation', async (client) => {
      const { rows } = await client.query("select proname, proconfig from pg_proc where proname like 'readout%'");
      expect(rows.length).toBeGreaterThan(6);
      for (const { proname, proconfig } of rows)
        expect({ proname, proconfig }).toEqual({ proname, proconfig: ['search_path=pg_catalog, public, pg_temp'] });
      await client.query('begin; create temp table documents (id text, marking smallint)');
      const subject = SECRETS.principals.own;
      await client.query(`insert into pg_temp.documents values ('${subject}', 0)`);
      await expect(
        client.query(`insert into decisions (id, kind, subject, payload, who, at, why)
          values ('x', 'note', '${subject}', '{}', 'a', '', '')`),
      ).rejects.toThrow(/row-level security/);
      await client.query('rollback');
    });
  });

  test('what is above the clearance by the time of writing is neither marked nor decided about', async () => {
    const { own } = SECRETS.delegation;
    const by = { who: 'late', clearance: 'public' } as const;
    expect(await changeMarking(register, own, 'public', by)).toBe(false);
    const note = { kind: 'note', payload: { text: 'x' }, who: 'late', why: '', undoes: undefined } as const;
    const open = SECRETS.public.own;
    for (const decision of [
      { ...note, subject: own, document: own },
      { ...note, subject: open, document: open, payload: { with: own } },
    ])
      await expect(recordDecision(register, decision, [], by)).rejects.toMatchObject({ code: 'not-found' });
    await as('principals', async (client) => {
      expect((await client.query("select 1 from decisions where who = 'late'")).rowCount).toBe(0);
    });
  });

  test('a decision waits for a marking that is just being changed', async () => {
    const { own } = SECRETS.public;
    await as('principals', async (client) => {
      await client.query(`begin; update documents set marking = 2 where id = '${own}'`);
      const note = { kind: 'note', payload: { text: 'x' }, who: 'late', why: '', undoes: undefined } as const;
      const decided = recordDecision(register, { ...note, subject: own, document: own }, [], { clearance: 'public' });
      const outcome = decided.catch(({ code }) => code);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await client.query('commit');
      expect(await outcome).toBe('not-found');
      await client.query(`update documents set marking = 0 where id = '${own}'`);
    });
  });

  test('the password is not in what is told of the place', async () => {
    const address = new URL(database);
    address.password = 'a:b@c/d';
    address.searchParams.set('password', 'a:b@c/d');
    const other = await openRegister(address.href);
    await other.close();
    expect(other.place).toBe(database);
    const wrong = await openRegister('postgres://a:b/c:d@host/readout').catch((error: unknown) => error);
    expect(wrong).toMatchObject({ code: 'bad-input' });
    expect(String(wrong)).not.toContain('b/c');
  });

  test('without a clearance nothing is seen', async () => {
    await as(undefined, async (client) => {
      for (const table of await tables())
        if (table !== 'schema_migrations') expect(await contents(client, table)).toBe('');
    });
  });

  test.each(MARKINGS)('%s sees no row of a higher marking in any table, and all of the others', async (clearance) => {
    const all = await as(clearance, async (client) => {
      return (await contentsOf(client, await tables())).join('\n');
    });
    for (const marking of MARKINGS)
      for (const tale of tellTales(marking))
        expect(all.includes(tale), `${tale} to ${clearance}`).toBe(markingRank(marking) <= markingRank(clearance));
  });

  test.each(MARKINGS)('counts, sums, joins and the index of words show %s no more', async (clearance) => {
    const seen = markingRank(clearance) + 1;
    await as(clearance, async (client) => {
      const one = async (sql: string) => Number(Object.values((await client.query(sql)).rows[0])[0]);
      expect(await one('select count(*) from documents')).toBe(2 * seen);
      expect(await one("select sum(documents) from pairs where pair = 'KAZ-UZB'")).toBe(seen);
      expect(await one('select count(distinct pair) from pairs where documents > 0')).toBe(seen + 1);
      expect(
        await one('select count(*) from links l join findings a on a.id = l.a join findings b on b.id = l.b'),
      ).toBe(await one('select count(*) from links'));
      for (const marking of MARKINGS)
        expect(await one(`select count(*) from search_index where lemmas @@ '${SECRETS[marking].word}'::tsquery`)).toBe(
          markingRank(marking) < seen ? 2 : 0,
        );
    });
  });

  test('a condition that tells what it is asked does not come to see hidden rows', async () => {
    const told: string[] = [];
    await as('public', async (client) => {
      await client.query(`create function tell(words text) returns boolean language plpgsql cost 0.0000001 as
        $$ begin raise notice '%', words; return true; end $$`);
      client.on('notice', ({ message }) => told.push(message ?? ''));
      for (const sql of [
        'select count(*) from documents where tell(text)',
        'select count(*) from findings where tell(mention)',
        'select count(*) from search_index where tell(lemmas::text)',
        ...MARKINGS.map((marking) => `select count(*) from search_index_${marking} where tell(lemmas::text)`),
        'select count(*) from documents d join lemmas l on l.document = d.seq where tell(l.lemmas)',
      ])
        await client.query(sql);
      await client.query('drop function tell(text)');
    });
    expect(told.join()).toContain(SECRETS.public.word);
    for (const tale of [...tellTales('delegation'), ...tellTales('principals')])
      expect(told.join()).not.toContain(tale);
  });

  test.each(MARKINGS)('to %s the index of words is asked for words', async (clearance) => {
    const { db, dialect } = register.at(clearance);
    const ranks = [0, 1, 2].slice(0, markingRank(clearance) + 1);
    const hits = dialect.search.hits({ terms: [{ anyOf: [['road']] }] }, ranks);
    const plan = await db.connection().execute(async (connection) => {
      // Otherwise a table of a few rows is rather read through.
      await sql`set enable_seqscan = off`.execute(connection);
      const { rows } = await sql`explain select * from ${hits} hits`.execute(connection);
      await sql`reset enable_seqscan`.execute(connection);
      return JSON.stringify(rows);
    });
    for (const marking of MARKINGS.slice(0, ranks.length))
      expect(plan).toContain(`Bitmap Index Scan on search_index_${marking}_lemmas`);
    expect(plan).not.toContain('Seq Scan');
  });

  test('what is not seen cannot be changed, taken or brought down', async () => {
    const { own } = SECRETS.principals;
    await as('delegation', async (client) => {
      for (const sql of [
        `update documents set title = 'changed' where id = '${own}'`,
        `update documents set marking = 0 where id = '${own}'`,
        `delete from documents where id = '${own}'`,
        `delete from findings where id like '${own}%'`,
        'delete from pairs where marking = 2',
      ])
        expect((await client.query(sql)).rowCount).toBe(0);
    });
  });

  test.each([
    [
      'a document above the clearance',
      "insert into documents (id, title, kind, language, published_at, added_at, text, marking) values ('x', '', '', '', '', '', '', 2)",
      /row-level security/,
    ],
    [
      'a document raised above it',
      `update documents set marking = 2 where id = '${SECRETS.public.own}'`,
      /row-level security/,
    ],
    ['counts above it', "insert into pairs values ('KAZ-KGZ', 2, 0, 0, 0, 0, 0, '', '', 0)", /row-level security/],
    [
      'a row of a text that is not seen',
      "insert into document_actors (document, marking, actor, date) select max(document) + 3, 0, 'NRU', '' from entries",
      /document_actors_marking/,
    ],
    [
      'a link to a text that is not seen',
      `insert into links (kind, a, b, outcome, score, reasons) values ('reprint', '${SECRETS.public.own}', '${SECRETS.principals.own}', 'same', 1, '[]')`,
      /row-level security/,
    ],
    [
      'a decision about a text that is not seen',
      `insert into decisions (id, kind, subject, payload, who, at, why) values ('x', 'merge', '${SECRETS.public.own}', '{"with":"${SECRETS.principals.own}"}', 'a', '', '')`,
      /row-level security/,
    ],
    [
      'an account',
      "insert into accounts (id, name, role, clearance, active, created_at) values ('x', 'x', 'administrator', 2, 1, '')",
      /row-level security/,
    ],
  ])('refused: %s', async (_, sql, reason) => {
    await as('public', async (client) => {
      await expect(client.query(sql)).rejects.toThrow(reason);
    });
  });

  test('a row that forgets the marking of its document is refused', async () => {
    await as('principals', async (client) => {
      const { rows } = await client.query('select seq from documents where marking = 2 limit 1');
      await expect(
        client.query('insert into document_actors (document, actor, date) values ($1, $2, $3)', [
          rows[0].seq,
          'AND',
          '',
        ]),
      ).rejects.toThrow(/document_actors_marking/);
    });
  });

  test('the log is only added to', async () => {
    await as('principals', async (client) => {
      for (const sql of ["update audit_log set who = 'x'", 'delete from audit_log', 'truncate audit_log'])
        await expect(client.query(sql)).rejects.toThrow(/only added/);
    });
  });

  test('a raised document leaves nothing below, and comes back whole', async () => {
    const { own, word, pair } = SECRETS.public;
    const before = await record('public');
    expect(await changeMarking(register, own, 'principals')).toBe(true);
    for (const clearance of ['public', 'delegation'] as const)
      await as(clearance, async (client) => {
        for (const table of await tables()) {
          const text = await contents(client, table);
          for (const tale of [own, pair]) expect(text, table).not.toContain(tale);
        }
        const { rows } = await client.query(
          `select count(*)::int as hits from search_index where lemmas @@ '${word}'::tsquery`,
        );
        expect(rows[0].hits).toBe(1);
      });
    await changeMarking(register, own, 'public');
    expect(await record('public')).toEqual(before);
  });
});
