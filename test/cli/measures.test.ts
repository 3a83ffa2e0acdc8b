import { describe, expect, test } from '@jest/globals';
import { custodes } from './custodes.js';

const SEED_STORY = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];

describe('custodes measures', () => {
  test('writes CSV, and says on standard error what was measured', async () => {
    const { exitCode, out, err } = await custodes([
      'measures',
      'personalised-pagerank',
      '--region',
      'GT',
      '--first',
      '2',
      ...SEED_STORY,
    ]);
    expect(exitCode).toBe(0);
    const [header, first, second, end] = out.split('\n');
    expect([header, end]).toEqual(['rank,id,name,kind,value', '']);
    expect(first).toMatch(/^1,digessp,Dirección General de Servicios de Seguridad Privada,regulator,0\.\d+$/);
    expect(second).toMatch(/^2,icoca-digessp-session-2021,/);
    expect(err).toMatch(/^17 entities, 24 ties of 27 relations, 1 components; data version [0-9a-f]{12}\ndamping: 0\.85$/m);
  });

  test('writes JSON with everything that the values depend on', async () => {
    const { out } = await custodes(['measures', 'brokerage', '--json', ...SEED_STORY]);
    const answer = JSON.parse(out) as { directed: boolean; rows: { id: string; liaison: number }[] };
    expect(answer.directed).toBe(true);
    expect(answer.rows).toHaveLength(17);
    expect(answer.rows[0]).toMatchObject({ id: 'icoca-digessp-session-2021', group: 'Event' });
  });

  test('looks at the graph as it was known', async () => {
    const { exitCode, err } = await custodes(['measures', 'degree', '--known-at', '2000', ...SEED_STORY]);
    expect(exitCode).toBe(0);
    expect(err).toMatch(/^17 entities, 0 ties of 0 relations, 17 components/m);
  });

  test('knows no other names', async () => {
    expect(await custodes(['measures', 'centrality', ...SEED_STORY])).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/^UNKNOWN_MEASURE: .*betweenness/),
    });
  });

  test('interlocks are CSV, too: a line for each thing that a pair shares', async () => {
    const { exitCode, out, err } = await custodes(['interlocks', '--min-shared', '1', '--first', '1', ...SEED_STORY]);
    expect([exitCode, out.split('\n')[0]]).toEqual([0, 'a,b,share,shared,relations']);
    expect(out).toContain('icoca-digessp-session-2021');
    expect(err).toMatch(/^\d+ pairs; data version/);
  });
});
