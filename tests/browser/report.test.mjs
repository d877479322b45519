// The HTML report, the pages of the base and that of an archive as people meet it: opened, filtered, walked by keyboard, printed, read by axe-core.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const folder = process.env.PAGES;
const shots = join(folder, 'screenshots');
const PAGES = ['sample-es', 'sample-en', 'hostile', 'demo', 'base-es-index', 'base-en-index', 'base-es-population',
  'base-en-population', 'archive-es', 'archive-en'];
let browser;

before(async () => {
  mkdirSync(shots, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
});
after(() => browser.close());

async function open(name, options = {}, hash = '') {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, ...options });
  const page = await context.newPage();
  page.said = [];
  page.on('console', (message) => page.said.push(message.text()));
  page.on('pageerror', (error) => page.said.push(String(error)));
  page.on('dialog', (dialog) => { page.said.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => { if (request.resourceType() !== 'document') page.said.push(request.url()); });
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href + hash);
  return page;
}

const count = (page, selector) => page.locator(`${selector}:visible`).count();

for (const name of PAGES) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${name} in ${colorScheme}: no violation, no message`, async () => {
      const page = await open(name, { colorScheme });
      await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`), fullPage: true });
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
      assert.deepEqual(page.said, []);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`), []);
    });
  }
}

test('the filter works without script', async () => {
  const page = await open('sample-es', { javaScriptEnabled: false });
  assert.equal(await count(page, '.card'), 16);
  for (const [verdict, cards] of [['outdated', 4], ['unmatched', 4], ['found', 12], ['all', 16]]) {
    await page.locator(`#show-${verdict}`).check();
    assert.equal(await count(page, '.card'), cards, verdict);
  }
  await page.locator('#show-refuted').check();
  await page.screenshot({ path: join(shots, 'filtered.png') });
  assert.equal(await count(page, '.mark'), 16, 'every figure stays in the draft');
  assert.equal(await count(page, '.mark .icon'), 2, 'and only those asked for are marked');
});

test('it is walked by keyboard', async () => {
  const page = await open('sample-en');
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className);
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'skip');
  assert.ok(await page.locator('.skip').isVisible());
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'show-all');
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(), 'show-found');
  assert.equal(await count(page, '.card'), 12);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'm-d0-c0');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.querySelector(':target').id), 'd0-c0');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.querySelector(':target').id), 'm-d0-c0');
});

test('a mark far down brings its card into view', async () => {
  const page = await open('demo', {}, '#d0-c9');
  const box = await page.locator('#d0-c9').boundingBox();
  assert.ok(box.y >= 0 && box.y < 900, `card at ${box.y}`);
});

test('landmarks and headings name the parts', async () => {
  const page = await open('sample-en');
  for (const [role, times] of [['banner', 1], ['main', 1], ['complementary', 2], ['contentinfo', 1], ['article', 2]]) {
    assert.equal(await page.getByRole(role).count(), times, role);
  }
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  assert.equal(await page.getByRole('radio', { name: /outdated 4/ }).count(), 1);
  assert.ok(await page.getByRole('img', { name: 'Metric <clinics> over time' }).count() > 0);
  assert.equal(await page.getByRole('link', { name: 'mil 525 (outdated)' }).count(), 4);
});

test('a hostile draft does nothing', async () => {
  const page = await open('hostile');
  assert.deepEqual(page.said, []);
  assert.equal(await page.locator('script, img, iframe, object, embed, a[href^="javascript"]').count(), 0);
  assert.ok((await page.locator('.draft').innerText()).includes('<script>alert(1)</script>'));
});

test('it fits a narrow screen and a large type', async () => {
  for (const name of PAGES) {
    const page = await open(name, { viewport: { width: 360, height: 800 } });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `${name}: ${wide}`);
    await page.screenshot({ path: join(shots, `${name}-narrow.png`) });
  }
});

test('it prints everything', async () => {
  const page = await open('demo');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await count(page, 'form'), 0);
  assert.ok(await count(page, '.evidence') > 5, 'closed details are printed');
  await page.pdf({ path: join(shots, 'demo.pdf'), format: 'A4', printBackground: true });
  await page.screenshot({ path: join(shots, 'demo-print.png'), fullPage: true });
});
