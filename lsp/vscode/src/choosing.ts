/** Tells the actions on a finding apart, by what they do and not by their titles. */

import type { GlossaryArguments, IgnoreArguments } from "./protocol";

/** A code action as the server sends it, as far as it matters here. */
export interface ServerAction {
  title: string;
  kind?: string;
  isPreferred?: boolean;
  diagnostics?: { data?: unknown }[];
  edit?: unknown;
  command?: { command: string; arguments?: unknown[] };
  data?: unknown;
}

/** How far something is ignored. */
export const IGNORING = ["ignoreHere", "ignoreInFile", "ignoreInProject"] as const;
export type Ignoring = (typeof IGNORING)[number];

/** What needs a few words of the writer. */
const ASKING = [...IGNORING, "addToGlossary"] as const;
export type Asking = (typeof ASKING)[number];

export type Purpose = "fix" | "fixKind" | "fixSafe" | Asking;

/** Return what an action does. */
export function purposeOf(action: ServerAction): Purpose {
  const command = action.command?.command ?? "";
  const asking = ASKING.find((each) => command.endsWith(`.${each}`));
  if (asking) {
    return asking;
  }
  if (action.kind?.startsWith("source.fixAll")) {
    return "fixSafe";
  }
  if (action.edit === undefined) {
    return typeof ruleOf(action) === "string" ? "fixKind" : "fixSafe";
  }
  return "fix";
}

/** Return the actions for a purpose, the preferred one first. */
export function choose<A extends ServerAction>(actions: readonly A[], purpose: Purpose, finding?: string): A[] {
  const all = actions.filter((each) => purposeOf(each) === purpose);
  const own = finding === undefined ? [] : all.filter((each) => isAbout(each, finding));
  const chosen = own.length > 0 ? own : all;
  return [...chosen.filter((each) => each.isPreferred), ...chosen.filter((each) => !each.isPreferred)];
}

/** Return the actions on the findings of one rule; all of them where none says which rule it is about. */
export function ofRule<A extends ServerAction>(actions: readonly A[], rule: string): A[] {
  const own = actions.filter((each) => ruleOf(each) === rule);
  return own.length > 0 ? own : [...actions];
}

/** Return the object that the command of an action takes. */
export function argumentOf(action: ServerAction): Partial<IgnoreArguments & GlossaryArguments> | undefined {
  const [first] = action.command?.arguments ?? [];
  return typeof first === "object" && first !== null ? first : undefined;
}

/** Return the versions of documents that an edit was made for, by address; `null` where it fits any. */
export function versionsOf(edit: unknown): Map<string, number | null> {
  const found = new Map<string, number | null>();
  const changes = (edit as { documentChanges?: unknown } | undefined)?.documentChanges;
  if (Array.isArray(changes)) {
    for (const { textDocument } of changes as { textDocument?: { uri: string; version: number | null } }[]) {
      if (textDocument) {
        found.set(textDocument.uri, textDocument.version);
      }
    }
  }
  return found;
}

function ruleOf(action: ServerAction): unknown {
  return (action.data as { rule?: unknown } | undefined)?.rule;
}

function isAbout(action: ServerAction, finding: string): boolean {
  return action.diagnostics?.some((each) => (each.data as { id?: unknown } | undefined)?.id === finding) ?? false;
}
