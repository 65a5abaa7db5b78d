// The main path through a page in Firefox, by real mouse and keyboard: node tests/js/firefox.mjs FIREFOX PAGE
// Ends with 0 where all went well; says on stderr what did not.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [firefox, file] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: firefox,
  headless: true,
  // Whatever is asked of the network goes to a proxy that is not there.
  extraPrefsFirefox: { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9 },
});
const complaints = [];

/** Waits until an expression holds in the page. */
async function until(page, expression) {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    if (await page.evaluate(expression)) return;
  }
  assert.fail(`never came true: ${expression}`);
}

/** Clicks at the middle of a node of the picture. */
async function clickNode(page, expression) {
  const [x, y] = await page.evaluate(`(() => {
    const box = document.querySelector("#canvas").getBoundingClientRect();
    const spot = picture.spot(${expression});
    return [spot.x + box.left, spot.y + box.top];
  })()`);
  await page.mouse.click(x, y);
}

const said = (page, selector) => page.$eval(selector, (element) => element.textContent);

try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1366, height: 768 });
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!/^(file|data|blob|about):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector("html[data-ready]");

  while (await page.$("#notes button")) await page.click("#notes button");
  // From a node to its sentences.
  await clickNode(page, "data.initiatives.find((id) => filter.shown.nodes[id])");
  await until(page, "document.querySelectorAll('#panel blockquote').length > 0");
  // A group unfolds.
  await clickNode(page, "data.nodes.find((node) => node.kind === 'Group' && node.key.includes('/regions/')).id");
  await page.click("#fold");
  await until(page, "state.current.open.size === 1 && data.nodes.some((node) => node.inGroup !== undefined && filter.shown.nodes[node.id])");
  // Search, by keyboard.
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("zj");
  await until(page, "document.querySelectorAll('#matches [role=option]').length > 0");
  await page.keyboard.press("Enter");
  await until(page, "state.current.chosen?.node !== undefined");
  // The years.
  await page.focus("#year-to");
  await page.keyboard.press("ArrowLeft");
  await until(page, "state.current.to === data.span[1] - 1");
  // The layouts.
  for (const layout of ["levels", "timeline", "table", "compare", "network"]) {
    await page.click(`[data-value=${layout}]`);
    await until(page, `state.current.layout === "${layout}"`);
  }
  await page.click("[data-value=table]");
  await page.click("#table tr.row td.of-sentence");
  await until(page, "state.current.chosen?.region !== undefined");
  // The pictures, in their frame, share the year.
  await page.click("[data-value=pictures]");
  await page.waitForSelector("#pictures iframe");
  const frame = await (await page.$("#pictures iframe")).contentFrame();
  await frame.waitForSelector("html[data-ready][data-framed] #heat svg");
  for (const end = Date.now() + 10_000; (await frame.evaluate("state.current.year")) === null; ) assert.ok(Date.now() < end, "the year was not shared");
  // A story, and the address.
  await page.click("[data-value=timeline]");
  await page.click("#story-button");
  await page.type("#story-text", "甲 & 乙");
  await page.click("#add-step");
  await until(page, "location.hash.includes('story=')");
  assert.equal(await said(page, "#told"), "甲 & 乙");
  await page.click("#theme");
  await page.click("#language");
  assert.deepEqual(complaints, []);
} finally {
  await browser.close();
}
