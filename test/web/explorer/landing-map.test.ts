import { expect, test } from '@jest/globals';
import { startServer } from '../../../src/http/server.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { graphOf } from '../../fixtures/graph-of.js';
import { addressOf, inABrowser, PATIENCE, visits } from './visits.js';

const claims = [{ source: 'register' }];
const country = (id: string, text: string, m49: string): Parameters<typeof graphOf>[0]['entities'][number] => ({
  id,
  kind: 'country',
  names: [{ text }],
  identifiers: [{ scheme: 'm49', value: m49 }],
  claims,
});

/** Private security is overseen by a body of California; of Canada only an association is known; of Mexico nothing. */
async function serveParts(): ReturnType<typeof startServer> {
  const store = new MemoryStore();
  await store.load(
    graphOf({
      sources: [{ id: 'register', title: 'Register', publisher: 'Registrar' }],
      entities: [
        country('us', 'United States', '840'),
        country('ca', 'Canada', '124'),
        country('mx', 'Mexico', '484'),
        { id: 'us-ca', kind: 'subdivision', names: [{ text: 'California' }], claims },
        { id: 'bureau', kind: 'regulator', names: [{ text: 'The Bureau' }], claims },
        { id: 'department', kind: 'ministry', names: [{ text: 'The Department' }], claims },
        { id: 'association', kind: 'industry-association', names: [{ text: 'The Association' }], claims },
      ],
      relations: [
        { source: 'us-ca', type: 'PART_OF', target: 'us', claims },
        { source: 'bureau', type: 'OVERSEES', target: 'us-ca', qualifiers: { sector: 'private security' }, claims },
        { source: 'department', type: 'ENGAGED_WITH', target: 'bureau', claims },
        { source: 'association', type: 'LOCATED_IN', target: 'ca', claims },
      ],
    }),
  );
  return startServer({ store, host: '127.0.0.1', port: 0 });
}

inABrowser('The map that the explorer opens with', () => {
  const explorer = visits(serveParts);

  test(
    'has an answer for a country where a part of it has one',
    async () => {
      const page = await explorer.visit('/');
      const look = (id: string): Promise<string | null> => page.locator(`[data-country="${id}"]`).getAttribute('class');
      await page.locator('.map-answered').first().waitFor();
      expect([await look('us'), await look('ca'), await look('mx')]).toEqual(['map-answered', 'map-some', 'map-none']);
      const list = page.locator('.landing-list');
      await list.getByRole('heading', { name: '1 country with oversight bodies in the graph' }).waitFor();
      await list.getByRole('button', { name: 'California' }).waitFor();

      await list.getByRole('button', { name: 'United States' }).click();
      await page.locator('.influencer-row', { hasText: 'The Department' }).waitFor();
      expect(addressOf(page)).toEqual({ region: 'us' });
    },
    PATIENCE,
  );
});
