import { afterAll, describe, expect, test } from 'vitest';
import { preview } from './preview.ts';
import { previewerHere, previewerOnThread } from './previewer.ts';

const TEXT = 'Ministers of two states meet\n\nKazakhstan and Kyrgyzstan agreed to open a bridge by the end of 2031.';
const METADATA = { publishedAt: '2030-01-15', publisher: 'Agency' };

describe('a previewer on a thread', () => {
  const previewer = previewerOnThread();
  afterAll(() => previewer.close());

  test('shows what this thread would show', async () => {
    expect(await previewer.preview(TEXT, METADATA)).toEqual(preview(TEXT, METADATA));
  });

  test('lets others work while it reads', async () => {
    const order: string[] = [];
    const read = previewer.preview(TEXT.repeat(20), METADATA).then(() => order.push('read'));
    await new Promise((resolve) => setImmediate(resolve));
    order.push('other');
    await read;
    expect(order).toEqual(['other', 'read']);
  });

  test('turns away who comes when too many wait', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => previewer.preview(TEXT, METADATA)));
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(refused[0]).toMatchObject({ reason: { code: 'too-many-requests' } });
  });
});

test('what is not yet read when it is closed is told so, and nothing is begun', async () => {
  const previewer = previewerOnThread();
  const asked = previewer.preview(TEXT);
  const refused = expect(asked).rejects.toMatchObject({ code: 'conflict' });
  await previewer.close();
  await refused;
  await expect(previewer.preview(TEXT)).rejects.toMatchObject({ code: 'conflict' });
});

test.each([
  ['a thread', previewerOnThread],
  ['this thread', previewerHere],
])('a text without end is not read on %s', async (_, make) => {
  await expect(make().preview('a '.repeat(100_001))).rejects.toMatchObject({
    code: 'too-large',
    value: '200,002',
    what: expect.stringContaining('200,000'),
  });
});
