/** What a writer does in the editor, with mouse and keyboard. */

import { join } from "node:path";

const PATIENCE = 20_000;
const SETTLED = 400;

/** Open the editor in a window. Each step is a test: what it waits for has to come within a time. */
export async function openWindow({ address, browser, workspace, folder }, size = { width: 1280, height: 760 }) {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5 });
  page.setDefaultTimeout(PATIENCE);
  const tests = [];

  const step = async (title, work) => {
    const began = Date.now();
    const result = { title };
    try {
      result.note = await work();
    } catch (error) {
      result.trouble = String(error.message);
      const name = `failed-${title.replaceAll(/[^A-Za-z]+/g, "-")}.png`;
      await page.screenshot({ path: join(folder, name) }).catch(() => undefined);
    }
    tests.push({ ...result, seconds: (Date.now() - began) / 1000 });
  };

  const row = (text) => page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();

  /** Type something into the box at the top, and choose a line of what it offers. */
  const choose = async (keys, text, line) => {
    const input = page.locator(".quick-input-widget input").first();
    for (let tries = 1; ; tries++) {
      await page.keyboard.press(keys);
      try {
        await input.fill(text, { timeout: 3_000 });
        break;
      } catch (error) {
        // A window that takes the focus just then closes the box again.
        if (tries === 3) {
          throw error;
        }
      }
    }
    await row(line).click();
  };

  /** Run a command by its name, as somebody who uses no mouse does. */
  const command = (name) => choose("F1", `>${name}`, name);

  /** Open a paper of the workspace, and wait for its marks. */
  const open = async (name) => {
    const path = name.split("/").at(-1);
    await choose("Control+p", name, path);
    await page.locator(`.tab.active[data-resource-name="${path}"]`).waitFor();
  };

  const marks = page.locator(".squiggly-info");

  /** Return the box of some words on the page, once they are there. */
  const boxOf = (text) =>
    page
      .waitForFunction((wanted) => {
        for (const line of document.querySelectorAll(".view-line")) {
          // The editor cuts a long line into several pieces, also within words.
          const at = line.textContent.replaceAll("\u00a0", " ").indexOf(wanted);
          if (at >= 0) {
            const range = document.createRange();
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            let before = 0;
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const { length } = node.textContent;
              if (at >= before && at < before + length) {
                range.setStart(node, at - before);
              }
              if (at + wanted.length > before && at + wanted.length <= before + length) {
                range.setEnd(node, at + wanted.length - before);
              }
              before += length;
            }
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x, y, width, height };
          }
        }
        return null;
      }, text)
      .then((handle) => handle.jsonValue());

  const placeOf = async (text) => {
    const { x, y, width, height } = await boxOf(text);
    return { x: x + width / 2, y: y + height / 2 };
  };

  /** Take a picture, once nothing moves any more. */
  const shot = async (name, options = {}) => {
    await page.waitForTimeout(SETTLED);
    await page.screenshot({ path: join(folder, `${name}.png`), ...options });
  };

  const toasts = page.locator(".notification-toast");
  const dialog = page.locator(".monaco-dialog-box");

  await page.goto(`${address}/?folder=${workspace}`);
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "board.md" }).first().waitFor();
  return { page, tests, step, command, open, row, marks, boxOf, placeOf, shot, toasts, dialog };
}
