import { expect, test } from '@jest/globals';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from './served-graph.js';

const served = serveGraph(smallGraph);

test('conflicts come over HTTP with what they are about and the claims of each side', async () => {
  const { data, codes } =
    await served.ask(`{ conflicts(kinds: [DISPUTED], within: "GT", first: 1) { totalCount pageInfo { hasNextPage } nodes {
    kind about subject { __typename id ... on Relation { evidence { disputing } } }
    sides { value claims { stance statement source { id publisher } } } } } }`);
  expect(codes).toEqual([]);
  const [{ subject, sides }] = data.conflicts.nodes;
  expect(subject).toMatchObject({ __typename: 'Relation', evidence: { disputing: 1 } });
  expect(sides.map((side: { value: string }) => side.value)).toEqual(['SUPPORTS', 'DISPUTES']);
  expect(sides[1].claims[0]).toMatchObject({ stance: 'DISPUTES', source: { publisher: expect.any(String) } });
  expect((await served.ask('{ conflicts(first: 101) { totalCount } }')).codes).toEqual(['INVALID_ARGUMENT']);
  expect((await served.ask('{ conflicts(within: "Guatemola") { totalCount } }')).codes).toEqual(['UNKNOWN_REGION']);
});
