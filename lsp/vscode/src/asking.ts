/** Asks for the few words that some actions need, and hands them to the server. */

import * as vscode from "vscode";
import { argumentAt } from "./actions";
import type { Ignoring } from "./choosing";
import { currentEditor } from "./documents";
import type { GlossaryArguments, IgnoreArguments, PlaceAnswer } from "./protocol";
import type { Session } from "./session";

const IN_TEXT = "Why? A comment in the text tells others. You can leave this empty.";
const IGNORED: Record<Ignoring, { where: string; prompt: string }> = {
  ignoreHere: { where: "here", prompt: IN_TEXT },
  ignoreInFile: { where: "in this file", prompt: IN_TEXT },
  ignoreInProject: {
    where: "in this project",
    prompt: "Why? The reason stands in the project’s settings file, for others to read.",
  },
};

/** Have a rule left out, for a reason: what leaves it out everywhere needs one. */
export async function ignore(session: Session, given: unknown, purpose: Ignoring): Promise<void> {
  const wanted = isIgnore(given) ? given : await argumentAt(session, given, purpose);
  if (!wanted?.uri || !wanted.rule) {
    return;
  }
  const { where, prompt } = IGNORED[purpose];
  const reason = await vscode.window.showInputBox({
    title: `Ignore “${wanted.rule}” ${where}`,
    prompt,
    placeHolder: "For example: minutes, word for word",
    ignoreFocusOut: true,
    ...(purpose === "ignoreInProject" ? { validateInput: needed("Write a few words, so that others know why.") } : {}),
  });
  if (reason === undefined) {
    return;
  }
  const answer = await session.command<PlaceAnswer>(purpose, { ...wanted, reason: reason.trim() });
  if (answer?.uri) {
    await tell(answer, "Open the settings file");
  } else if (answer?.message) {
    vscode.window.setStatusBarMessage(`plainspeak: ${answer.message}`, 5_000);
  }
}

/** Add letters or words to a glossary, with an explanation. */
export async function addToGlossary(session: Session, given: unknown): Promise<void> {
  const wanted = isGlossary(given) ? given : await glossaryArguments(session, given);
  if (!wanted) {
    return;
  }
  const { uri, layer, term, letters } = wanted;
  const title = `Add “${term}” to the ${layer}'s glossary`;
  let expansion = wanted.expansion;
  if (letters && !expansion) {
    expansion = await vscode.window.showInputBox({
      title,
      prompt: `What do the letters “${term}” stand for?`,
      ignoreFocusOut: true,
      validateInput: needed("Write the full words."),
    });
    if (expansion === undefined) {
      return;
    }
  }
  const meaning = await vscode.window.showInputBox({
    title,
    prompt: `Explain “${expansion ?? term}” in a few plain words, for somebody who has never heard of it.`,
    ignoreFocusOut: true,
    validateInput: needed("Write a few plain words."),
  });
  if (meaning === undefined) {
    return;
  }
  const instead = letters
    ? ""
    : await vscode.window.showInputBox({
        title,
        prompt: "What can people write instead? Leave this empty if there is nothing. Put commas between several.",
        ignoreFocusOut: true,
      });
  if (instead === undefined) {
    return;
  }
  const words = instead
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
  const answer = await session.command<PlaceAnswer>("addToGlossary", {
    uri,
    layer,
    term,
    letters,
    ...(expansion ? { expansion: expansion.trim() } : {}),
    meaning: meaning.trim(),
    ...(words.length > 0 ? { instead: words } : {}),
  });
  await tell(answer, "Open the glossary");
}

/** Return what to add: what the action at the cursor names, else the words that are selected. */
async function glossaryArguments(session: Session, item: unknown): Promise<GlossaryArguments | undefined> {
  const editor = currentEditor();
  const selected = editor && item === undefined ? editor.document.getText(editor.selection).trim() : "";
  if (editor && selected) {
    const letters = /^[A-Z0-9][A-Za-z0-9&/-]{1,9}$/.test(selected) && /[A-Z].*[A-Z]/.test(selected);
    return { uri: editor.document.uri.toString(), layer: "project", term: selected, letters };
  }
  const found = await argumentAt(session, item, "addToGlossary");
  return isGlossary(found) ? found : undefined;
}

/** Say what was done, with a way to look at it. */
async function tell(answer: PlaceAnswer | undefined, button: string): Promise<void> {
  if (!answer?.message) {
    return;
  }
  const choice = await vscode.window.showInformationMessage(answer.message, ...(answer.uri ? [button] : []));
  if (choice && answer.uri) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(answer.uri));
    const at = new vscode.Position(answer.line ?? 0, 0);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  }
}

function needed(sentence: string): (value: string) => string | undefined {
  return (value) => (value.trim() ? undefined : sentence);
}

function isIgnore(given: unknown): given is IgnoreArguments {
  const { uri, rule } = (given ?? {}) as Partial<IgnoreArguments>;
  return typeof uri === "string" && typeof rule === "string";
}

function isGlossary(given: unknown): given is GlossaryArguments {
  const { uri, term, layer } = (given ?? {}) as Partial<GlossaryArguments>;
  return typeof uri === "string" && typeof term === "string" && typeof layer === "string";
}
