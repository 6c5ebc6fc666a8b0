/** The words of the status bar. */

import type { Status } from "./protocol";

/** How plainspeak itself is. */
export type SessionState = "starting" | "ready" | "notSetUp" | "settingUp" | "stopped";

export interface StatusText {
  text: string;
  /** Sentences, one a line. */
  tooltip: string[];
  /** For people who hear it. */
  label: string;
  /** The command of a click. */
  command: string;
  warns: boolean;
}

const SUMMARY = "plainspeak.showScore";

/** Return what the status bar shows, for how plainspeak is and what it said of the document. */
export function statusText(session: SessionState, status: Status | undefined, enabled: boolean): StatusText {
  switch (session) {
    case "notSetUp":
      return calm("$(tools) Set up plainspeak", "plainspeak isn’t set up yet. Click to set it up.", "plainspeak.setUp");
    case "settingUp":
      return calm("$(sync~spin) plainspeak", "plainspeak is being set up.", "plainspeak.showLog");
    case "stopped":
      return {
        ...calm("$(warning) plainspeak", "plainspeak has stopped. Click to start it again.", "plainspeak.restart"),
        warns: true,
      };
    case "starting":
      return calm("$(sync~spin) plainspeak", "plainspeak is starting.", "plainspeak.showLog");
    default:
      return enabled ? ofDocument(status) : off();
  }
}

/** Say how many things of a kind there are. */
export function counted(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}

function ofDocument(status: Status | undefined): StatusText {
  if (!status || status.state === "checking") {
    return calm("$(sync~spin) plainspeak", "plainspeak is reading this document.", SUMMARY);
  }
  if (status.state === "off") {
    return off();
  }
  if (status.state === "tooLarge") {
    return calm("$(circle-slash) plainspeak", status.message ?? "This document is too long to be checked.", SUMMARY);
  }
  const lines = [...summary(status), ...(status.message ? [status.message] : [])];
  const troubled = status.state === "trouble";
  return {
    text: `${troubled ? "$(warning)" : "$(comment)"} ${short(status)}`,
    tooltip: [...lines, "Click for a summary."],
    label: `plainspeak: ${lines.join(" ")} Press Enter for a summary.`,
    command: SUMMARY,
    warns: troubled,
  };
}

function short(status: Status): string {
  if (status.unexplained > 0) {
    return `${status.unexplained.toLocaleString("en-GB")} unexplained`;
  }
  return status.findings > 0 ? `${status.findings.toLocaleString("en-GB")} to look at` : "Nothing to look at";
}

function summary(status: Status): string[] {
  const lines = [];
  if (status.findings === 0) {
    lines.push("Nothing to look at in this document.");
  } else {
    lines.push(`${counted(status.findings, "thing", "things")} to look at in this document.`);
  }
  if (status.unexplained > 0) {
    const are = status.unexplained === 1 ? "isn’t explained" : "aren’t explained";
    lines.push(`${counted(status.unexplained, "term or set of letters", "terms or sets of letters")} ${are}.`);
  }
  if (status.readingAge !== null) {
    lines.push(`Reading age: ${status.readingAge}.`);
  }
  return lines;
}

function off(): StatusText {
  return calm("$(circle-slash) plainspeak off", "plainspeak is off. Click to turn it on.", "plainspeak.toggle");
}

function calm(text: string, sentences: string, command: string): StatusText {
  return {
    text,
    tooltip: [sentences],
    label: `plainspeak: ${sentences.replace("Click", "Press Enter")}`,
    command,
    warns: false,
  };
}
