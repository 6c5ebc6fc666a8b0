/** Makes the report's page safe to show in the editor, and gives it the editor's light or dark colours. */

import { createHash } from "node:crypto";

const STYLE = /(<style[^>]*>)([\s\S]*?)(<\/style>)/gi;

/** Return the page with no scripts, and a policy that lets in its own styles and nothing else. */
export function reportPage(page: string, dark: boolean): string {
  const bare = page
    .replace(/<script\b[\s\S]*?<\/script>/gi, "")
    .replace(/<meta[^>]*http-equiv=["']?Content-Security-Policy[^>]*>/gi, "");
  const hashes: string[] = [];
  const styled = bare.replace(STYLE, (_all, open: string, css: string, close: string) => {
    const themed = inColours(css, dark);
    hashes.push(`'sha256-${createHash("sha256").update(themed).digest("base64")}'`);
    return open + themed + close;
  });
  const policy = [
    "default-src 'none'",
    `style-src ${hashes.join(" ") || "'none'"}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return /<head[^>]*>/i.test(styled)
    ? styled.replace(/<head[^>]*>/i, (head) => `${head}\n${meta}`)
    : `<!doctype html><html lang="en-GB"><head>${meta}</head><body>${styled}</body></html>`;
}

/** A page asks what the computer prefers; here the editor's theme decides. */
function inColours(css: string, dark: boolean): string {
  return css
    .replace(/\(\s*prefers-color-scheme:\s*dark\s*\)/g, dark ? "(min-width: 0)" : "(max-width: 0)")
    .replace(/\(\s*prefers-color-scheme:\s*light\s*\)/g, dark ? "(max-width: 0)" : "(min-width: 0)")
    .replace(/color-scheme:\s*light dark/g, `color-scheme: ${dark ? "dark" : "light"}`);
}
