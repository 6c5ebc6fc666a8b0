/** The words of the side panel. */

import type { Finding, FindingGroup } from "./protocol";
import { counted } from "./statusText";

const MOST_LETTERS = 60;

/** Return the words that a finding is about, on one line; its message where it is about no words. */
export function findingLabel(finding: Finding): string {
  const text = oneLine(finding.text ?? "");
  return shortened(text || finding.message, MOST_LETTERS);
}

/** Return what stands beside the words: where they are, and how often. */
export function findingDescription(finding: Finding): string {
  const line = `line ${finding.range.start.line + 1}`;
  return finding.count > 1 ? `${line}, ${finding.count} times` : line;
}

/** Return what people who hear the panel are told of a finding. */
export function findingSpoken(finding: Finding): string {
  const fix = finding.fixable ? " A fix is offered." : "";
  return `${findingLabel(finding)}, ${findingDescription(finding)}. ${finding.message}${fix}`;
}

/** Return what people who hear the panel are told of a kind of findings. */
export function groupSpoken(group: FindingGroup): string {
  return `${group.title}, ${counted(group.findings.length, "finding", "findings")}`;
}

/** Return the name of the icon that stands for a severity. */
export function findingIcon(finding: Finding): "error" | "warning" | "info" | "lightbulb" {
  switch (finding.severity) {
    case "error":
    case "warning":
      return finding.severity;
    case "hint":
      return "lightbulb";
    default:
      return "info";
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Cut a text between two words. */
function shortened(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).trimEnd()}…`;
}
