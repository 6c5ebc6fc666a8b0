/** The marks that are shown in a document, and where findings are. */

import * as vscode from "vscode";
import { type Finding, SOURCE } from "./protocol";

/** Return the marks in a document, in reading order. */
export function marksOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((each) => each.source === SOURCE)
    .sort((one, other) => one.range.start.compareTo(other.range.start));
}

/** Return the marks that touch a place. */
export function marksAt(document: vscode.TextDocument, place: vscode.Range): vscode.Diagnostic[] {
  return marksOf(document).filter((each) => each.range.intersection(place) !== undefined);
}

/** Return where a finding is. */
export function rangeOf({ range: { start, end } }: Finding): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
