import { afterEach, expect, test } from '@jest/globals';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { Line } from '../../faults/line.js';
import { smallGraph } from '../../fixtures/small-graph.js';
import { describeWithNeo4j, neo4jOfTests } from './neo4j-of-tests.js';

/**
 * What Custodes tells Neo4j so that a cluster can route: seen on the line, in Bolt's own encoding (a text of n letters is 0x80 + n and the letters).
 * One server answers here, which is a routing table of itself; that a cluster of several does with it what it should is not tried.
 */
describeWithNeo4j('on the line to Neo4j', () => {
  /** The name of a statement, and the access mode where it is that of reading. */
  const SENT = /(?:read|write)\/[a-z-]+(?:\x84mode\x81r)?/g;
  let line: Line;
  let store: Neo4jStore;
  const open = async (scheme: 'bolt' | 'neo4j'): Promise<void> => {
    line = await Line.to(neo4jOfTests.uri);
    store = await Neo4jStore.open({ ...neo4jOfTests, uri: line.uri.replace('bolt:', `${scheme}:`) });
  };
  afterEach(async () => {
    await store.close();
    await line.close();
  });

  test('questions say that they only read, and loads do not', async () => {
    await open('bolt');
    await store.load(smallGraph);
    const sent = line.sent.match(SENT) ?? [];
    expect(sent.some((one) => one.startsWith('write/')) && sent.some((one) => one.startsWith('read/'))).toBe(true);
    line.sent = '';
    await store.entities(['icoca']);
    await store.neighbourhood({ ids: ['icoca'], levels: [], entityParts: ['name'], relationParts: [] });
    const asked = line.sent.match(SENT) ?? [];
    expect(asked.length).toBeGreaterThanOrEqual(2);
    for (const one of asked) expect(one).toMatch(/^read\/[a-z-]+\x84mode\x81r$/);
    for (const one of sent.filter((name) => name.startsWith('write/'))) expect(one).not.toContain('mode');
  }, 60_000);

  test('what is asked after a load carries its bookmark, so that a reader has caught up with it', async () => {
    await open('bolt');
    await store.load(smallGraph);
    line.sent = '';
    expect(await store.entities(['icoca'])).toHaveLength(1);
    expect(line.sent).toMatch(/bookmarks[^]{1,4}FB:/);
  }, 60_000);

  test('a neo4j:// address asks for the routing table, and questions say that they read', async () => {
    await open('bolt');
    await store.load(smallGraph);
    await store.close();
    await line.close();
    await open('neo4j');
    expect(line.sent).toContain('routing');
    line.sent = '';
    expect(await store.entities(['icoca'])).toHaveLength(1);
    for (const one of line.sent.match(SENT) ?? []) expect(one).toMatch(/^read\/[a-z-]+\x84mode\x81r$/);
  }, 60_000);
});
