import { expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { axeFindings, DESKTOP, inABrowser, networkStands, PATIENCE, PHONE, visits } from './visits.js';

/** The main states, by address, and what says that they stand. */
const STATES: Record<string, [address: string, stands: string]> = {
  'the page as it opens': ['/', '.place-list button'],
  'an answer': ['/?region=gt', '.influencer-row'],
  'a path with its claims': ['/?region=gt&actor=icoca&path=1', '.influencer.chosen .path.chosen'],
  'an entity': ['/?region=gt&entity=icoca&expand=icoca', '.relation-row'],
  'the table': ['/?region=gt&stage=table', '.influencer-row'],
  'the map': ['/?region=gt&stage=map', '.influencer-row'],
  'paths between two': ['/?from=swiss-embassy-guatemala&to=digessp', '.found-paths .path'],
  'nobody found': ['/?region=nz', '.nobody .place-list button'],
};
const EYES: Record<string, BrowserContextOptions> = {
  'in light': DESKTOP,
  'in the dark': { ...DESKTOP, colorScheme: 'dark' },
  'on a phone': PHONE,
  'on a phone in the dark': { ...PHONE, colorScheme: 'dark' },
};

inABrowser('The explorer, judged by axe against WCAG 2.2 AA', () => {
  const explorer = visits();

  test.each(Object.keys(EYES))(
    '%s: no finding in any of the main states',
    async (eyes) => {
      const found: string[] = [];
      for (const [name, [address, stands]] of Object.entries(STATES)) {
        const page = await explorer.visit(address, EYES[eyes]);
        await page.locator(stands).first().waitFor({ state: 'attached' });
        found.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await page.context().close();
      }
      expect(found).toEqual([]);
    },
    PATIENCE,
  );
});

inABrowser('The explorer by keyboard alone', () => {
  const explorer = visits();

  /** Presses Tab until what has the focus is called so. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab');
      if (await page.locator(`:is(${selector}):focus`).count()) return;
    }
    throw new Error(`Tab does not come to ${selector}`);
  }

  test(
    'from the question to the source: typed, ranked, a path, its claim, and back by Escape',
    async () => {
      const page = await explorer.visit('/');
      await page.locator('#region:focus').waitFor();
      await page.keyboard.type('guate');
      await page
        .getByRole('option', { name: /Guatemala/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.influencer-row').first().waitFor();

      await tabTo(page, '.influencer-row');
      await page.keyboard.press('Enter');
      await tabTo(page, '.path-head');
      await page.keyboard.press('Space');
      await page.waitForURL(({ searchParams }) => searchParams.get('path') === '1');
      await tabTo(page, '.hop-relation');
      await page.keyboard.press('Enter');
      await page.locator('.claim').first().waitFor();
      await tabTo(page, '.pane-details a, .pane-details button');
      await page.keyboard.press('Escape');
      await page.locator('.claim').first().waitFor({ state: 'detached' });
    },
    PATIENCE,
  );

  test(
    'whatever has the focus can be seen to have it',
    async () => {
      const page = await explorer.visit('/?region=gt&entity=icoca');
      await page.locator('.relation-row').first().waitFor();
      for (let presses = 0; presses < 30; presses++) {
        await page.keyboard.press('Tab');
        const outline = await page.evaluate<string>(
          `(() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement); return outlineStyle + ' ' + outlineWidth; })()`,
        );
        expect(outline).toMatch(/^(solid|auto) [1-9]/);
      }
    },
    PATIENCE,
  );
});

inABrowser('The explorer for ears, fingers and calm eyes', () => {
  const explorer = visits();

  test(
    'what the picture shows is there as sentences, the lit ones first',
    async () => {
      const page = await explorer.visit('/?region=gt');
      await networkStands(page);
      const aloud = page.getByRole('region', { name: 'What the picture shows' });
      await aloud.getByRole('listitem').first().waitFor({ state: 'attached' });
      const sentences = (await aloud.getByRole('listitem').allTextContents()).join('\n');
      expect(sentences).toMatch(/DIGESSP|Dirección General|General Directorate/);
      expect(sentences).toContain(', Oversight body, ');
      expect(sentences).toMatch(/Swiss Embassy in Guatemala facilitated /);

      await page.locator('.influencer', { hasText: 'Swiss Embassy' }).getByRole('button').first().click();
      await page.locator('.influencer.chosen').waitFor();
      const first = (await aloud.getByRole('list').nth(1).getByRole('listitem').allTextContents()).slice(0, 3);
      expect(first.join('\n')).toContain('Swiss Embassy in Guatemala facilitated ');
    },
    PATIENCE,
  );

  test(
    'on a phone what is tapped is large enough, and the panel of what is chosen in the picture comes',
    async () => {
      const page = await explorer.visit('/?region=gt&stage=network', PHONE);
      await page.locator('.influencer-row').first().waitFor();
      await page.getByRole('navigation').getByRole('button', { name: 'Network' }).tap();
      await networkStands(page);
      const size = await page.locator('.hop-relation, .pane-tabs button').first().boundingBox();
      expect(size?.height).toBeGreaterThanOrEqual(32);
      await page.getByRole('application').press('ArrowRight');
      await page.getByRole('complementary', { name: 'Details' }).waitFor();
    },
    PATIENCE,
  );

  test(
    'nothing moves by itself where motion is not wanted, and something does where it is',
    async () => {
      const moving = async (reducedMotion: 'reduce' | 'no-preference'): Promise<number> => {
        const page = await explorer.visit('/?region=gt', { ...DESKTOP, reducedMotion });
        await page.route('**/graphql', () => undefined);
        await page.locator('.influencer-row').first().waitFor();
        await page.getByRole('textbox', { name: 'As of' }).fill('2021');
        await page.keyboard.press('Enter');
        await page.locator('.stale').waitFor();
        const count = await page.evaluate<number>('document.getAnimations().length');
        await page.context().close();
        return count;
      };
      expect(await moving('reduce')).toBe(0);
      expect(await moving('no-preference')).toBeGreaterThan(0);
    },
    PATIENCE,
  );
});
