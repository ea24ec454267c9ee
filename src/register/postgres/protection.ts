import { type Kysely, sql } from 'kysely';
import { MARKINGS } from '../../model/index.ts';
import type { Protection } from '../dialect.ts';
import { OF_DOCUMENT, OF_FINDING } from '../marked-tables.ts';
import type { Tables } from '../tables.ts';
import { CLEARANCE, permit } from './policies.ts';

/**
 * Row-level security. The markings are columns and the policies compare them with a setting of the connection, so that plans keep their
 * indexes: all operators of the register's queries are leakproof, but for the search of words.
 */
export const postgresProtection: Protection = {
  async followMarkings(db) {
    for (const table of OF_DOCUMENT) await followKey(db, table, 'document', 'documents');
    for (const table of OF_FINDING) await followKey(db, table, 'finding', 'findings');
    await create(db, FOLLOWERS);
    const marked = ['documents', ...OF_DOCUMENT, ...OF_FINDING, 'links', 'decisions', 'pairs'];
    for (const table of marked) await permit(db, table, `marking <= ${CLEARANCE}`);
  },
  async keepLog(db) {
    await create(db, LOG_KEEPERS);
    await permit(db, 'audit_log', `marking <= ${CLEARANCE}`);
    await permit(db, 'settings', `${CLEARANCE} >= 0`);
    const highest = MARKINGS.length - 1;
    for (const table of ['accounts', 'sessions', 'tokens', 'log_in_limits'])
      await permit(db, table, `${CLEARANCE} >= ${highest}`);
  },
  async keepStandings(db) {
    await create(db, STANDINGS_FORGETTERS);
    for (const table of ['standing_pairs', 'standings', 'standing_spans', 'standing_areas', 'standing_parties'])
      await permit(db, table, `clearance <= ${CLEARANCE}`);
  },
  async keepRecords(db) {
    await create(db, RECORD_FORGETTERS);
    await permit(db, 'kept_records', `clearance <= ${CLEARANCE}`);
  },
};

/** Functions and triggers. What the functions name is always that of the register's schema, whatever the connection would find first. */
async function create(db: Kysely<Tables>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await sql
    .raw(String.raw`do $$ declare made regprocedure; begin
      for made in select oid from pg_proc where pronamespace = current_schema()::regnamespace and proname like 'readout\_%' loop
        execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', made, current_schema());
      end loop;
    end $$`)
    .execute(db);
}

/** The key to the document carries its marking along: a row of another marking cannot be, and a change goes through to all. */
async function followKey(db: Kysely<Tables>, table: string, column: string, parent: string): Promise<void> {
  await sql.raw(`alter table ${table} drop constraint ${table}_${column}_fkey`).execute(db);
  await sql
    .raw(`alter table ${table} add constraint ${table}_marking foreign key (${column}, marking)
      references ${parent} (seq, marking) on update cascade on delete cascade`)
    .execute(db);
}

const UNSEEN = MARKINGS.length - 1;

/** The highest marking of documents; a document that is not there, or not seen by who asks, counts as the highest. */
const HIGHEST_OF = `create function readout_highest_of(ids text[]) returns smallint language sql stable as $$
  select coalesce(max(coalesce(d.marking, ${UNSEEN})), 0)::smallint
  from unnest(ids) as named(id) left join documents d on d.id = split_part(named.id, '#', 1) collate "C"
  where named.id is not null $$`;

/** Rows that name documents by their ids in texts, where no key can carry the marking. */
const FOLLOWERS = [
  `create function readout_clearance() returns smallint language plpgsql immutable as
    $$ begin return ${CLEARANCE}; end $$`,
  HIGHEST_OF,
  // One query whose plan is kept: a document may bring many links.
  `create function readout_mark_link() returns trigger language plpgsql as $$
    declare
      first text := split_part(new.a, '#', 1);
      second text := split_part(new.b, '#', 1);
    begin
      select case when count(*) = case when first = second then 1 else 2 end then max(marking) else ${UNSEEN} end
        into new.marking from documents where id in (first, second);
      return new;
    end $$`,
  'create trigger links_marking before insert or update on links for each row execute function readout_mark_link()',
  `create function readout_mark_decision() returns trigger language plpgsql as $$ begin
    new.marking := greatest(new.own_marking, readout_highest_of(array[
      new.subject, new.payload::json->>'with', new.payload::json->>'from', new.payload::json->>'to']));
    return new;
  end $$`,
  `create trigger decisions_marking before insert or update on decisions
    for each row execute function readout_mark_decision()`,
  `create function readout_follow_document() returns trigger language plpgsql as $$ begin
    update links set marking = marking where a = new.id or a > new.id || '#' and a < new.id || '$';
    update links set marking = marking where b = new.id or b > new.id || '#' and b < new.id || '$';
    update decisions set marking = marking where position(new.id in subject || payload) > 0;
    update audit_log set marking = greatest(new.marking,
        (select d.marking from decisions d where d.id = (audit_log.detail::json->>'decision') collate "C"))
      where subject = new.id or subject > new.id || '#' and subject < new.id || '$';
    update audit_log set marking = d.marking from decisions d
      where position(new.id in d.payload) > 0 and audit_log.subject = d.subject
        and d.id = (audit_log.detail::json->>'decision') collate "C";
    return null;
  end $$`,
  `create trigger documents_marking after update of marking on documents
    for each row when (old.marking <> new.marking) execute function readout_follow_document()`,
];

/**
 * A document whose marking is raised may stand behind standings that lower clearances see. The pairs are locked first: who is writing
 * their standings just now ends before these are deleted, or begins after it and finds that the record has moved on.
 */
const STANDINGS_FORGETTERS = [
  `create function readout_forget_standings() returns trigger language plpgsql as $$
    declare touched text[] := array(select distinct pair from document_pairs where document = new.seq);
    begin
      perform 1 from pairs where pair = any (touched) order by pair, marking for update;
      delete from standings where clearance < new.marking and pair = any (touched);
      delete from standing_pairs where clearance < new.marking and pair = any (touched);
      return null;
    end $$`,
  `create trigger documents_standings after update of marking on documents
    for each row when (old.marking < new.marking) execute function readout_forget_standings()`,
];

const RECORD_FORGETTERS = [
  `create function readout_forget_records() returns trigger language plpgsql as $$
    declare touched text[] := array(select distinct pair from document_pairs where document = new.seq);
    begin
      perform 1 from pairs where pair = any (touched) order by pair, marking for update;
      delete from kept_records where clearance < new.marking and pair = any (touched);
      return null;
    end $$`,
  `create trigger documents_records after update of marking on documents
    for each row when (old.marking < new.marking) execute function readout_forget_records()`,
];

const LOG_KEEPERS = [
  `create function readout_keep_log() returns trigger language plpgsql as $$ begin
    if tg_op = 'UPDATE' and (old.seq, old.at, old.who, old.action, old.subject, old.detail, old.address)
        is not distinct from (new.seq, new.at, new.who, new.action, new.subject, new.detail, new.address) then
      return new;
    end if;
    raise exception 'rows of the log are only added';
  end $$`,
  'create trigger audit_log_rows before update or delete on audit_log for each row execute function readout_keep_log()',
  `create trigger audit_log_all before truncate on audit_log for each statement execute function readout_keep_log()`,
];
