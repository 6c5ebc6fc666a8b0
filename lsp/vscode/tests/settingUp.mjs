/** Clicks the button that sets plainspeak up: from a package index that hasn't got it, and from a folder of wheels. */

import { createServer } from "node:http";
import { openWindow } from "./hands.mjs";

const WHEELS = process.env.PLAINSPEAK_WHEELS;
const PIP_PATIENCE = 240_000;
/** How long the editor may take to see that a file of settings has changed. */
const SETTINGS_READ = 2_000;

/** Set plainspeak up as somebody does who has never had it. */
export async function setUpPlainspeak(editor) {
  const { page, tests, step, open, marks, shot, toasts, dialog, command } = await openWindow(editor);
  const agree = async () => {
    await dialog.waitFor();
    await dialog.locator("a, button", { hasText: /^Set up$/ }).click();
  };

  await step("Without plainspeak, there is one message with one button", async () => {
    await open("winter-plan.md");
    await toasts.locator(".monaco-button", { hasText: "Set up plainspeak" }).waitFor();
    await page.locator(".statusbar-item", { hasText: "Set up plainspeak" }).waitFor();
    await shot("setup-offer");
    const said = await toasts.locator(".notification-list-item-message").allTextContents();
    if (said.length !== 1) {
      throw new Error(`${said.length} messages: ${said.join(" / ")}`);
    }
    return said[0];
  });

  await step("The panel offers it too", async () => {
    await page.locator(".activitybar .action-item a[aria-label^='plainspeak']").first().click();
    await page.locator(".pane-body .monaco-button", { hasText: "Set up plainspeak" }).waitFor();
    await shot("setup-panel");
  });

  await step("Nothing is done before people agree", async () => {
    await toasts.locator(".monaco-button", { hasText: "Set up plainspeak" }).click();
    await dialog.waitFor();
    await shot("setup-consent");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.locator(".statusbar-item", { hasText: "Set up plainspeak" }).waitFor();
  });

  await step("From an index without plainspeak: what to do", async () => {
    const index = createServer((_request, response) => response.writeHead(404).end());
    await new Promise((done) => index.listen(0, "127.0.0.1", done));
    editor.settings({ "plainspeak.packageIndex": `http://127.0.0.1:${index.address().port}/simple` });
    await page.waitForTimeout(SETTINGS_READ);
    await command("plainspeak: Set up plainspeak");
    await agree();
    await toasts.filter({ hasText: "Setting up plainspeak" }).waitFor();
    await shot("setup-progress");
    const failure = toasts.filter({ hasText: "Try again" });
    await failure.waitFor({ timeout: PIP_PATIENCE });
    await shot("setup-failed");
    index.close();
    return (await failure.locator(".notification-list-item-message").textContent()).trim();
  });

  if (WHEELS) {
    await step("From a folder of wheels: the marks come", async () => {
      editor.settings({ "plainspeak.wheels": WHEELS });
      await page.waitForTimeout(SETTINGS_READ);
      const began = Date.now();
      await toasts.locator(".monaco-button", { hasText: "Try again" }).click();
      await dialog.waitFor();
      await shot("setup-consent-wheels");
      await agree();
      await toasts.filter({ hasText: "plainspeak is ready" }).waitFor({ timeout: PIP_PATIENCE });
      await marks.first().waitFor();
      await shot("setup-ready");
      return `${Math.round((Date.now() - began) / 1000)} s`;
    });
  }

  await page.close();
  return tests;
}
