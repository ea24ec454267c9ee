import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CHROMIUM } from '../src/server/testing/browser.ts';
import { drawOf } from './draw.ts';
import { newTally, reportOf, type Tally } from './report.ts';
import { faultOfApi, faultOfPage } from './requests/answers.ts';
import { askFor } from './requests/ask.ts';
import { almost, valuesOf } from './requests/schema-values.ts';
import { openSite, type Site } from './site.ts';
import { walkFor } from './walk/walk.ts';

const SECONDS = 1000;
const SEED = 20;

describe('values of a schema', () => {
  test.each([
    ['a text', z.string().min(2)],
    ['a day', z.string().regex(/^\d{4}-\d\d$/)],
    ['a number', z.int().min(3).max(5)],
    ['a choice', z.enum(['a', 'b'])],
    ['a list', z.array(z.boolean()).min(2)],
    ['a pair', z.tuple([z.int(), z.int()])],
    ['a union', z.union([z.null(), z.literal('x')])],
    ['an object', z.strictObject({ a: z.string(), b: z.int().optional() })],
    ['a record', z.record(z.string(), z.int())],
  ])('fit it: %s', (_, schema) => {
    const values = valuesOf(JSON.parse(JSON.stringify(z.toJSONSchema(schema))), fc.string());
    fc.assert(fc.property(values, (value) => schema.safeParse(value).success));
  });

  test('almost fit it where one part is changed', () => {
    const schema = z.strictObject({ a: z.literal(1), b: z.literal(2) });
    const values = almost(fc.constant({ a: 1, b: 2 }), fc.constant('odd'));
    fc.assert(fc.property(values, (value) => !schema.safeParse(value).success));
  });
});

test('the same seed makes the same choices', () => {
  const choices = (seed: number) => {
    const draw = drawOf(seed);
    return Array.from({ length: 20 }, () => draw.value(fc.string()) + draw.below(1000));
  };
  expect(choices(7)).toEqual(choices(7));
  expect(choices(7)).not.toEqual(choices(8));
});

describe('an answer', () => {
  const documented = { bodies: new Map([[200, z.object({ a: z.int() })]]), problem: z.object({ code: z.string() }) };
  const answer = { status: 200, type: 'application/json', location: '', text: '{"a":1}', milliseconds: 1 };
  test.each([
    [answer, undefined],
    [{ ...answer, text: '{"a":"1"}' }, 'does not fit'],
    [{ ...answer, status: 204 }, 'not documented'],
    [{ ...answer, status: 404 }, 'not documented'],
    [{ ...answer, status: 404, type: 'application/problem+json', text: '{"code":"x"}' }, undefined],
    [{ ...answer, status: 500 }, '500'],
    [{ ...answer, milliseconds: 60_000 }, 'took'],
  ])('%j is judged', (given, fault) => {
    expect(faultOfApi(documented, given)).toEqual(fault === undefined ? undefined : expect.stringContaining(fault));
  });

  test('with hostile markup in it is found', () => {
    const page = { ...answer, type: 'text/html; charset=UTF-8', text: '<h1>a</h1>' };
    expect(faultOfPage(page)).toBeUndefined();
    expect(faultOfPage({ ...page, text: '<h1><script>window.ran = 1</script></h1>' })).toContain('markup');
  });
});

describe('a short time of it finds nothing', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120 * SECONDS);
  afterAll(() => site.close());

  test('of requests', { timeout: 120 * SECONDS }, () => finds(askFor));
  test.skipIf(CHROMIUM === undefined)('of walking', { timeout: 120 * SECONDS }, () => finds(walkFor));

  async function finds(use: typeof walkFor): Promise<void> {
    const tally: Tally = newTally();
    await use(6 * SECONDS, site, drawOf(SEED), tally);
    expect(tally.findings, reportOf(tally)).toEqual([]);
    expect(tally.counts.size).toBeGreaterThan(0);
  }
});
