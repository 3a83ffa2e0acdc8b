import { expect, test } from '@jest/globals';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';
import { serveGraph } from './served-graph.js';

/** The club came to know the centre in 2021, which had trained the board in 2015. */
const served = serveGraph(
  plainGraph(
    [plainEntity('zz', 'Place', 'country'), ...['board', 'centre', 'club'].map((id) => plainEntity(id, 'Actor', 'centre'))],
    [
      plainRelation('REGULATES', 'board', 'zz'),
      plainRelation('TRAINED', 'centre', 'board', { start: '2014', end: '2015' }),
      plainRelation('FUNDED', 'club', 'centre', { start: '2021' }),
    ],
  ),
);

test('timeRespecting leaves out what came too late, over HTTP', async () => {
  const { data, codes } = await served.ask(`{
    any: influence(region: "zz") { timeRespecting influencers { nodes { actor { id } score } } }
    timely: influence(region: "zz", timeRespecting: true) { timeRespecting influencers { nodes { actor { id } paths { steps } } } }
    paths(from: "club", to: "board", timeRespecting: true) { paths { length } }
    back: paths(from: "board", to: "club", timeRespecting: true) { paths { length } }
  }`);
  expect(codes).toEqual([]);
  expect(data.any.influencers.nodes.map((node: { actor: { id: string } }) => node.actor.id)).toEqual(['centre', 'club']);
  expect(data.timely).toMatchObject({ timeRespecting: true, influencers: { nodes: [{ actor: { id: 'centre' } }] } });
  expect(data.timely.influencers.nodes).toHaveLength(1);
  expect([data.paths.paths, data.back.paths]).toEqual([[], [{ length: 2 }]]);
});
