// Looks through a board as a person does: chooses, unfolds, sorts, prints, without a network and on a telephone.
// Arguments: the page, a hostile page, the browser, a folder for pictures. Says what it saw as JSON.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.env.BROWSER_TOOLS + "/"));
const { chromium } = require("playwright-core");
const [page, hostile, browserPath, folder] = process.argv.slice(2);
const options = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: browserPath, args: options, timeout: 300_000 });
const seen = { complaints: [], requests: [] };

async function open(file, settings) {
  const context = await browser.newContext(settings);
  const tab = await context.newPage();
  // Only what hangs for good is given up: a machine that does much else beside is slow and not wrong.
  tab.setDefaultTimeout(300_000);
  tab.on("console", (message) => seen.complaints.push(message.text()));
  tab.on("pageerror", (error) => seen.complaints.push(String(error)));
  tab.on("dialog", (dialog) => { seen.complaints.push("dialog: " + dialog.message()); dialog.dismiss(); });
  tab.on("request", (request) => { if (!request.url().startsWith("file:")) seen.requests.push(request.url()); });
  await tab.goto(pathToFileURL(file).href);
  return tab;
}
const rows = (tab) => tab.locator("table.chosen").first().locator("tbody tr:visible").count();

const desk = await open(page, { viewport: { width: 1280, height: 900 } });
seen.all = await rows(desk);
await desk.selectOption("select[name=unit]", { index: 1 });
seen.chosen = await rows(desk);
seen.unit = await desk.locator("select[name=unit]").inputValue();
seen.address = decodeURIComponent(new URL(desk.url()).hash);
const lag = desk.locator("table.chosen").first().locator("thead th").nth(6);
await lag.locator("button").click();
seen.sorted = await lag.getAttribute("aria-sort");
seen.lags = await desk.locator("table.chosen").first().locator("tbody tr:visible td:nth-child(7)").allTextContents();
await desk.locator("details:visible summary").first().focus();
await desk.keyboard.press("Enter");
seen.unfolded = await desk.locator("details[open]").count();
await desk.screenshot({ path: folder + "/desk.png" });

const again = await open(page, { viewport: { width: 1280, height: 900 } });
await again.goto(desk.url());
seen.again = await rows(again);
await again.locator("#choose button").click();
seen.reset = await rows(again);
await again.pdf({ path: folder + "/board.pdf", format: "A4" });

const phone = await open(page, { viewport: { width: 390, height: 800 }, isMobile: true, colorScheme: "dark" });
seen.overflow = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
await phone.screenshot({ path: folder + "/phone.png" });

const plain = await open(page, { javaScriptEnabled: false });
seen.withoutScripts = await rows(plain);
seen.bar = await plain.locator("#choose").isVisible();

const attacked = await open(hostile, {});
seen.attacked = await rows(attacked);
seen.marked = await attacked.evaluate(() => window.attacked === undefined);

await browser.close();
console.log(JSON.stringify(seen));
