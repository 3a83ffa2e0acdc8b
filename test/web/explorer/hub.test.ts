import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { USUAL_API } from '../../../src/graphql/configurable.js';
import { startServer } from '../../../src/http/server.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { graphOf, type RelationParts } from '../../fixtures/graph-of.js';
import { addressOf, axeFindings, inABrowser, networkStands, PATIENCE, visits } from './visits.js';

const MEMBERS = 4_960;
const PARTNERS = 40;
const claims = [{ source: 'register' }];

/** An organisation with 4,960 members and 40 partners. */
async function serveHub(pageRows = USUAL_API.limits.pageRows): ReturnType<typeof startServer> {
  const others = Array.from({ length: MEMBERS + PARTNERS }, (_, index) => `company-${index}`);
  const store = new MemoryStore();
  await store.load(
    graphOf({
      sources: [{ id: 'register', title: 'Register', publisher: 'Registrar' }],
      entities: [
        { id: 'hub', kind: 'multi-stakeholder-initiative', names: [{ text: 'The Hub' }], claims },
        ...others.map((id) => ({ id, kind: 'private-security-company', names: [{ text: id }], claims })),
      ],
      relations: others.map((source, index): RelationParts => ({
        source,
        type: index < MEMBERS ? 'MEMBER_OF' : 'PARTNERED_WITH',
        target: 'hub',
        claims,
      })),
    }),
  );
  return startServer({ store, host: '127.0.0.1', port: 0, api: { limits: { ...USUAL_API.limits, pageRows } } });
}

inABrowser('The explorer at a hub of 5,000 neighbours', () => {
  const explorer = visits(() => serveHub());
  const inPicture = async (page: Page): Promise<string> => (await page.getByRole('application').getAttribute('aria-label')) ?? '';

  test(
    'says how many there are and brings them in by pages, never all',
    async () => {
      const page = await explorer.visit('/?entity=hub&expand=hub');
      await networkStands(page);
      await page.getByRole('button', { name: 'Bring in the next (25 of 5,000 so far)' }).click();
      await page.getByRole('button', { name: 'Bring in the next (50 of 5,000 so far)' }).waitFor();
      expect(addressOf(page)).toEqual({ entity: 'hub', expand: 'hub~~2' });
      expect(await inPicture(page)).toContain('51 entities');
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: 'Bring in the next (25 of 5,000 so far)' }).waitFor();
      expect(await inPicture(page)).toContain('26 entities');

      await page.goto(`${explorer.url()}/?entity=hub&expand=hub~~999`);
      await page.getByText('1,000 of 5,000 are in view, the most that a picture takes').waitFor();
      expect(await inPicture(page)).toContain('1,001 entities');
    },
    PATIENCE,
  );

  test(
    'brings in and takes out one type of relation, each with its number before it comes',
    async () => {
      const page = await explorer.visit('/?entity=hub&expand=hub~PARTNERED_WITH');
      const types = page.getByRole('list', { name: 'Relations by type' });
      await types.getByText('25 of 40').waitFor();
      expect(await types.getByRole('listitem').allInnerTexts()).toEqual([
        expect.stringMatching(/^member of\s+4,960/),
        expect.stringMatching(/^partnered with\s+40\s+25 of 40/),
      ]);
      await types.getByRole('button', { name: 'partnered with: Bring in the next (25 of 40 so far)' }).click();
      await types.getByText('40 of 40').waitFor();
      await types.getByRole('button', { name: 'member of: Bring in 25 of 4,960 relations' }).click();
      await types.getByText('25 of 4,960').waitFor();
      expect(await inPicture(page)).toContain('66 entities');
      expect(await axeFindings(page)).toEqual([]);
      await types.getByRole('button', { name: 'partnered with: Take them out' }).click();
      await types.getByText('40 of 40').waitFor({ state: 'detached' });
      expect(addressOf(page)).toEqual({ entity: 'hub', expand: 'hub~MEMBER_OF' });
      await types.getByRole('button', { name: /^partnered with 40/ }).click();
      await page.locator('.relation-group h4', { hasText: 'partnered with' }).waitFor();
      expect(await page.locator('.relation-group').count()).toBe(1);
    },
    PATIENCE,
  );
});

inABrowser('The explorer of a server that gives small pages', () => {
  const explorer = visits(() => serveHub(25));

  test(
    'brings in as much by more of them',
    async () => {
      const page = await explorer.visit('/?entity=hub&expand=hub~~3');
      await networkStands(page);
      await page.getByRole('button', { name: 'Bring in the next (75 of 5,000 so far)' }).waitFor();
      expect(await page.getByRole('application').getAttribute('aria-label')).toContain('76 entities');
    },
    PATIENCE,
  );
});
