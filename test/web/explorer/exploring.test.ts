import { expect, test } from '@jest/globals';
import { addressOf, axeFindings, DESKTOP, inABrowser, networkStands, PATIENCE, visits } from './visits.js';

inABrowser('The explorer, going from one entity to the next', () => {
  const explorer = visits();

  test(
    'search finds by acronym and misspelt; the panel has names in all languages, identifiers, dates and relations',
    async () => {
      const page = await explorer.visit('/?region=gt');
      const search = page.getByRole('combobox', { name: /Search for an actor/ });
      await search.fill('digesp');
      await page
        .getByRole('option', { name: /DIGESSP|Seguridad Privada|Private Security/ })
        .first()
        .waitFor();
      await search.fill('digessp');
      await page
        .getByRole('option', { name: /Regulator/ })
        .first()
        .click();
      const details = page.getByRole('complementary', { name: 'Details' });
      await details.locator('.relation-row').first().waitFor();
      const text = await details.innerText();
      for (const part of [
        'Names',
        'Dirección General de Servicios de Seguridad Privada',
        'acronym',
        'Dates',
        'not stated',
        'Places',
      ]) {
        expect(text).toContain(part);
      }
      expect(addressOf(page)).toMatchObject({ region: 'gt', entity: 'digessp' });
      expect(await axeFindings(page)).toEqual([]);
      await details.locator('.relation-row').first().click();
      await details.locator('.claim').first().waitFor();
    },
    PATIENCE,
  );

  test(
    'an entity says how many relations it brings before they come; they can be taken out, hidden and undone',
    async () => {
      const page = await explorer.visit('/?region=gt&entity=icoca');
      await networkStands(page);
      const network = page.getByRole('application');
      const before = await network.getAttribute('aria-label');
      await page.getByRole('button', { name: /^Bring in \d+ relations$/ }).click();
      await page.getByRole('button', { name: 'All its relations are in view' }).waitFor();
      expect(addressOf(page)).toMatchObject({ expand: 'icoca' });
      const after = await network.getAttribute('aria-label');
      expect(after).not.toBe(before);

      await page.getByRole('button', { name: 'Hide' }).click();
      expect(addressOf(page)).toEqual({ region: 'gt', expand: 'icoca', hidden: 'icoca' });
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: 'Take them out' }).click();
      await page.getByRole('button', { name: /^Bring in \d+ relations$/ }).waitFor();
      expect(await network.getAttribute('aria-label')).toBe(before);
    },
    PATIENCE,
  );

  test(
    'what is brought in at an influencer whose paths are lit is lit in their stead',
    async () => {
      const page = await explorer.visit('/?region=gt&actor=icoca&entity=icoca');
      await networkStands(page);
      const relations = page.getByRole('region', { name: 'What the picture shows' }).getByRole('list').nth(1);
      const sentences = (): Promise<string[]> => relations.getByRole('listitem').allTextContents();
      const isOfIcoca = (sentence: string): boolean => sentence.includes('International Code of Conduct Association');
      await relations.getByRole('listitem').first().waitFor({ state: 'attached' });
      const ofPaths = await sentences();
      expect(ofPaths.slice(0, ofPaths.filter(isOfIcoca).length).every(isOfIcoca)).toBe(false);

      await page.getByRole('button', { name: /^Bring in \d+ relations$/ }).click();
      await page.getByRole('button', { name: 'All its relations are in view' }).waitFor();
      const broughtIn = await sentences();
      expect(broughtIn.slice(0, broughtIn.filter(isOfIcoca).length)).toEqual(broughtIn.filter(isOfIcoca));
    },
    PATIENCE,
  );

  test(
    'the network by keyboard: arrows go from one to the next, E brings in, P pins, H hides',
    async () => {
      const page = await explorer.visit('/?region=gt');
      await networkStands(page);
      await page.locator('.influencer').first().waitFor();
      const network = page.getByRole('application');
      await network.focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('complementary', { name: 'Details' }).waitFor();
      const first = addressOf(page)['entity'];
      // Which way its neighbours lie is the layout's affair; one of the arrows goes to the nearest.
      const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
      for (let presses = 0; addressOf(page)['entity'] === first && presses < 40; presses++) {
        await page.keyboard.press(arrows[presses % arrows.length] ?? 'ArrowLeft');
        await page.waitForTimeout(250);
      }
      expect(addressOf(page)['entity']).not.toBe(first);
      await page.keyboard.press('p');
      expect(addressOf(page)['pinned']?.split('~')[0]).toBe(addressOf(page)['entity']);
      await page.keyboard.press('e');
      expect(addressOf(page)['expand']).toBe(addressOf(page)['entity']);
      await page.keyboard.press('h');
      expect(addressOf(page)['hidden']).toBe(addressOf(page)['pinned']?.split('~')[0]);
      await page.keyboard.press('Escape');
    },
    PATIENCE,
  );

  test(
    'paths between two entities, from one panel and a search',
    async () => {
      const page = await explorer.visit('/?entity=swiss-embassy-guatemala&expand=swiss-embassy-guatemala');
      await page.getByRole('button', { name: 'Find paths from here' }).click();
      await page.locator('.path-search input:focus').waitFor();
      await page.keyboard.type('digessp');
      await page
        .getByRole('option', { name: /Regulator/ })
        .first()
        .click();
      await page.locator('.found-paths .path').first().waitFor();
      const shortest = await page.locator('.found-paths .path').first().innerText();
      expect(shortest).toContain('2 steps');
      expect(shortest).toContain('facilitated');
      expect(addressOf(page)).toMatchObject({ from: 'swiss-embassy-guatemala', to: 'digessp' });
      expect(await axeFindings(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'a search for paths that did not look everywhere says so, in the language of the page',
    async () => {
      const page = await explorer.visit('/', { ...DESKTOP, locale: 'es-GT' });
      await page.route('**/graphql', async (route) => {
        const answer = await route.fetch();
        const body = (await answer.json()) as { data?: { paths?: { truncated: boolean } } };
        if (body.data?.paths) body.data.paths.truncated = true;
        await route.fulfill({ response: answer, json: body });
      });
      await page.goto(`${explorer.url()}/?from=swiss-embassy-guatemala&to=digessp&shortest=100`);
      await page.locator('.found-paths .path').first().waitFor();
      await page.locator('.found-paths').getByText('La búsqueda no miró en todas partes').waitFor();
      // As many as were asked for: there may be more, and no other reason is known.
      await page.goto(`${explorer.url()}/?from=swiss-embassy-guatemala&to=digessp&shortest=1`);
      await page.locator('.found-paths .path').first().waitFor();
      expect(await page.locator('.found-paths').getByText('La búsqueda no miró en todas partes').count()).toBe(0);
    },
    PATIENCE,
  );

  test(
    'of the paths as many of the shortest as are asked for, under the same filters',
    async () => {
      const page = await explorer.visit('/?from=swiss-embassy-guatemala&to=digessp');
      const paths = page.locator('.found-paths .path');
      await paths.nth(1).waitFor();
      const all = await paths.allInnerTexts();
      const number = page.getByRole('spinbutton', { name: 'Shortest' });
      await number.fill('1');
      await number.press('Enter');
      await paths.nth(1).waitFor({ state: 'detached' });
      expect(await paths.allInnerTexts()).toEqual(all.slice(0, 1));
      expect(addressOf(page)).toMatchObject({ shortest: '1' });
      await page.getByRole('button', { name: 'Undo' }).click();
      await paths.nth(1).waitFor();

      // A type of relation goes to the API; a kind of entity is sorted out here, and that is said.
      await page.goto(`${page.url()}&withoutTypes=FACILITATED`);
      await page.locator('.found-paths').getByText('All of each path passes the filters.').waitFor();
      expect((await paths.allInnerTexts()).join()).not.toContain('facilitated');
      await page.goto(`${explorer.url()}/?from=swiss-embassy-guatemala&to=digessp&withoutKinds=information-session`);
      await page
        .locator('.found-paths')
        .getByText(/the other filters leave out [1-9]/)
        .waitFor();
      const left = await paths.allInnerTexts();
      expect(left.join()).not.toContain('ICoCA information session');
      expect(left.length).toBeLessThan(all.length);
      expect(await axeFindings(page)).toEqual([]);
    },
    PATIENCE,
  );
});
