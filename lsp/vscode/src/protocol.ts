/** What the language server and this extension say to each other, beyond the Language Server Protocol. */

export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** How far the check of a document is. */
export interface Status {
  uri: string;
  version: number;
  state: "checking" | "idle" | "off" | "tooLarge" | "trouble";
  findings: number;
  shown: number;
  unexplained: number;
  readingAge: number | null;
  message: string | null;
}

export interface Finding {
  id: string;
  rule: string;
  severity: "error" | "warning" | "information" | "hint";
  message: string;
  text: string | null;
  count: number;
  range: Range;
  href: string | null;
  fixable: boolean;
}

export interface FindingGroup {
  title: string;
  findings: Finding[];
}

export interface Findings {
  uri: string;
  version: number;
  total: number;
  groups: FindingGroup[];
}

/** Every answer to a command has a sentence for people; one that failed says so. */
export interface Answer {
  message?: string;
  failed?: boolean;
}

export interface WorkspaceAnswer extends Answer {
  files: number;
  findings: number;
}

export interface WordsAnswer extends Answer {
  markdown: string;
  undecided: string[];
  unexplained: string[];
}

export interface ScoreAnswer extends Answer {
  lines: string[];
  firstThings: string[];
  words: number;
  readingAge: number | null;
  level: string | null;
  findings: number;
  unexplained: number;
}

export interface ReportAnswer extends Answer {
  html: string;
  verdict: string;
}

export interface PlaceAnswer extends Answer {
  uri?: string;
  line?: number;
}

/** What the actions “Ignore …” hand over; the place where one is ignored here. */
export interface IgnoreArguments {
  uri: string;
  rule: string;
  at?: Position;
}

/** What the action “Add … to the glossary” hands over. */
export interface GlossaryArguments {
  uri: string;
  layer: "project" | "organisation";
  term: string;
  letters: boolean;
  expansion?: string;
}

export const FINDINGS_REQUEST = "plainspeak/findings";
export const STATUS_NOTIFICATION = "plainspeak/status";
export const LANGUAGES: readonly string[] = ["markdown", "plaintext", "html"];
export const SOURCE = "plainspeak";
export const FIX_ALL = "source.fixAll.plainspeak";
