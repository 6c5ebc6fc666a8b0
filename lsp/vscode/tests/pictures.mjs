/** Uses the extension as a writer does, and takes pictures on the way. Some of them are those of the README. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./editor.mjs";
import { openWindow } from "./hands.mjs";

const IMAGES = process.env.PLAINSPEAK_IMAGES;

/** Take all pictures. */
export async function takePictures(editor) {
  const { page, tests, step, command, open, row, marks, boxOf, placeOf, shot, toasts, dialog } =
    await openWindow(editor);
  const panelRow = (text) => page.locator(".pane-body .monaco-list-row", { hasText: text }).first();
  const report = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  /** Take a picture for the README, of a part of the window. */
  const image = async (name, clip) => {
    if (IMAGES) {
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(IMAGES, `${name}.png`), clip });
    }
  };
  const clear = () => command("Notifications: Clear All Notifications");

  await step("Marks appear under words", async () => {
    await open("winter-plan.md");
    await marks.first().waitFor();
    await page.locator(".statusbar-item", { hasText: "unexplained" }).waitFor();
    await shot("marks");
    return `${await marks.count()} marks on the screen`;
  });

  await step("A hover says what letters mean", async () => {
    const { x, y } = await placeOf("NCTR");
    await page.mouse.move(x - 60, y + 80);
    await page.mouse.move(x, y, { steps: 4 });
    await page
      .locator(".monaco-hover:not(.hidden)", { hasText: /no criteria to reside/i })
      .first()
      .waitFor();
    await shot("hover");
    await image("hover", { x: 350, y: 66, width: 930, height: 400 });
    await page.mouse.move(5, 5);
  });

  await step("The keyboard opens the quick fixes", async () => {
    const { x, y } = await placeOf("in order to");
    await page.mouse.click(x, y);
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget .monaco-list-row", { hasText: "Write “to”" }).first().waitFor();
    await shot("quick-fix");
    await image("quick-fix", { x: 350, y: 66, width: 930, height: 400 });
    const titles = await page.locator(".action-widget .monaco-list-row").allTextContents();
    await page.keyboard.press("Enter");
    await boxOf("partners to agree");
    return titles
      .map((each) => each.trim())
      .filter(Boolean)
      .join(" | ");
  });

  await step("The panel lists findings by kind", async () => {
    await page.locator(".activitybar .action-item a[aria-label^='plainspeak']").first().click();
    await panelRow("UEC").waitFor();
    await panelRow("UEC").hover();
    await shot("panel");
    await image("panel", { x: 0, y: 30, width: 1000, height: 560 });
    return panelRow("UEC").getAttribute("aria-label");
  });

  await step("A click in the panel goes to the words, a button fixes them", async () => {
    await panelRow("with regard to").click();
    await panelRow("with regard to").hover();
    await panelRow("with regard to").locator("a[aria-label='Fix this']").click();
    await page.waitForTimeout(500);
    if (await page.locator(".quick-input-widget").isVisible()) {
      await shot("choice");
      await page.keyboard.press("Enter");
    }
    await panelRow("with regard to").waitFor({ state: "detached" });
  });

  await step("The status bar opens a summary", async () => {
    const item = page.locator(".statusbar-item", { hasText: /unexplained|to look at/ }).first();
    const label = await item.locator("a").first().getAttribute("aria-label");
    await item.click();
    await dialog.waitFor();
    await shot("summary");
    await page.keyboard.press("Escape");
    return label;
  });

  await step("The report opens beside the text", async () => {
    await command("plainspeak: Preview the report");
    await page.locator(".tab", { hasText: "Report: winter-plan.md" }).waitFor();
    await report.locator("h1").first().waitFor();
    await page.keyboard.press("Control+b");
    await page.mouse.move(5, 5);
    await page.waitForTimeout(2_000);
    await shot("report");
    await image("report", { x: 50, y: 30, width: 1230, height: 640 });
    return (await report.locator("h1").first().textContent()).trim();
  });

  await step("The dark theme has a dark report", async () => {
    await command("Preferences: Toggle between Light/Dark Themes");
    await page.waitForTimeout(1_500);
    await report.locator("h1").first().waitFor();
    await shot("report-dark");
    const colour = await report.locator("html").evaluate((each) => getComputedStyle(each).backgroundColor);
    await command("Preferences: Toggle between Light/Dark Themes");
    const [red] = colour.match(/\d+/g).map(Number);
    if (red > 100) {
      throw new Error(`The report is ${colour}.`);
    }
    return colour;
  });

  await step("“Words used in this document” opens a page", async () => {
    await page.locator(".tab", { hasText: "winter-plan.md" }).first().click();
    await page.keyboard.press("Control+s");
    await command("plainspeak: Words used in this document");
    await page.locator(".tab.active", { hasText: "Untitled-1" }).waitFor();
    await shot("words");
    await command("View: Revert and Close Editor");
    await command("View: Close All Editors");
    await marks.first().waitFor({ state: "detached" });
  });

  await step("“Ignore in this project” asks why", async () => {
    await clear();
    await open("board.md");
    await marks.first().waitFor();
    const { x, y } = await placeOf("deep dive");
    await page.mouse.click(x, y);
    await command("plainspeak: Ignore in this project…");
    const box = page.locator(".quick-input-widget", { hasText: "Ignore “jargon” in this project" });
    await box.waitFor();
    await box.locator("input").first().fill("all our readers know it");
    await shot("ignore");
    await page.keyboard.press("Enter");
    await toasts.first().waitFor();
    await shot("ignored");
    const file = join(editor.workspace, "plainspeak.yaml");
    await until(
      "the reason is in the settings",
      20,
      () => existsSync(file) && /know it/.test(readFileSync(file, "utf8")),
    );
    await clear();
    return readFileSync(file, "utf8").trim().replaceAll("\n", " / ");
  });

  await step("A broken configuration gives one calm message", async () => {
    await open("broken/paper.md");
    await marks.first().waitFor();
    await toasts.first().waitFor();
    await page.waitForTimeout(1_500);
    await shot("broken");
    const said = await toasts.locator(".notification-list-item-message").allTextContents();
    if (said.length !== 1) {
      throw new Error(`${said.length} messages: ${said.join(" / ")}`);
    }
    await clear();
    return said[0];
  });

  await step("The walkthrough opens", async () => {
    await command("View: Close All Editors");
    await command("Welcome: Open Walkthrough...");
    await row("Write so that everybody understands").click();
    for (const [name, title] of Object.entries(STEPS)) {
      await page.locator(".getting-started-step", { hasText: title }).first().click();
      await page.locator(".getting-started-media iframe").first().waitFor();
      await page.waitForTimeout(1_000);
      await shot(`walkthrough-${name}`);
    }
  });

  await step("The settings are all described", async () => {
    await command("View: Close All Editors");
    await command("Preferences: Open Settings (UI)");
    const input = page
      .locator(".settings-header .suggest-input-container .inputarea, .settings-header textarea")
      .first();
    await input.waitFor({ state: "attached" });
    await page.keyboard.type("@ext:plainspeak.plainspeak");
    await page.locator(".setting-item-contents", { hasText: "Check On" }).first().waitFor();
    await shot("settings");
  });

  await page.close();
  return tests;
}

const STEPS = {
  see: "See what to look at",
  fix: "Put it right with one key",
  panel: "Go through a whole paper",
  share: "Share the result",
  setup: "Set up plainspeak",
};
