/** Says in plain words why setting up failed, and what to do. */

import { PACKAGE } from "./installing";

interface Trouble {
  signs: RegExp;
  advice: string;
}

// In order: a proxy also shows as a network error, and a network error ends in "no matching distribution".
const TROUBLES: readonly Trouble[] = [
  {
    signs: /No space left on device|Errno 28|WinError 112|not enough space/i,
    advice: "The disk is full. Make about 1 GB free, then try again.",
  },
  {
    signs: /ensurepip is not available|No module named '?(venv|ensurepip)/i,
    advice:
      "The Python on this computer can’t make the folder for plainspeak. On Debian or Ubuntu, the package python3-venv is missing: ask for it, then try again.",
  },
  {
    signs: /CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerification/i,
    advice:
      "The connection wasn’t trusted. Many organisations use a certificate of their own: ask your IT team for it, or for a folder of packages to name in the setting plainspeak.wheels.",
  },
  {
    signs: /407 Proxy|Proxy Authentication|ProxyError|Tunnel connection failed|Cannot connect to proxy/i,
    advice:
      "A proxy stood in the way. Ask your IT team for its address, and put that in the setting http.proxy. Or ask for a folder of packages, and name it in the setting plainspeak.wheels.",
  },
  {
    signs: /401 |403 |Unauthorized|Forbidden|User for .*:/i,
    advice: "The package index refused. Check the setting plainspeak.packageIndex, or ask your IT team.",
  },
  {
    signs:
      /NewConnectionError|NameResolution|getaddrinfo|Name or service not known|Network is unreachable|Connection refused|Connection reset|ConnectTimeout|ReadTimeout|timed out|Temporary failure/i,
    advice:
      "The package index couldn’t be reached. Check the internet connection, then try again. Behind a proxy, put its address in the setting http.proxy. Without internet, name a folder of packages in the setting plainspeak.wheels.",
  },
  {
    signs: /Requires-Python|requires a different Python|requires Python/i,
    advice: "The Python on this computer doesn’t suit. Install Python 3.10 or later, then try again.",
  },
  {
    signs: /Permission denied|Errno 13|WinError 5\b|Access is denied/i,
    advice:
      "The folder for plainspeak can’t be written to. Ask your IT team, or name a Python that has plainspeak in the setting plainspeak.interpreter.",
  },
  {
    signs: /No matching distribution|Could not find a version/i,
    advice: `The package index has no ${PACKAGE} that suits this Python. Try Python 3.12, or check the setting plainspeak.packageIndex.`,
  },
];

const NOT_THERE = /No matching distribution|Could not find a version|Location .* is ignored: it is (neither|either)/i;

/** Return what to do, from all that the programs said. `wheels` is whether packages should come from a folder. */
export function advice(said: string, wheels = false): string {
  if (wheels && NOT_THERE.test(said)) {
    return `The folder in the setting plainspeak.wheels doesn’t hold all that ${PACKAGE} needs for this Python. Check the setting, or ask who made the folder.`;
  }
  const known = TROUBLES.find((each) => each.signs.test(said));
  return known?.advice ?? "The log says what happened. Try again, or ask your IT team and show them the log.";
}

/** Say why there is no Python that can make an environment, and what to do. */
export function noPython(why: "none" | "old" | "no-venv", platform: NodeJS.Platform): string {
  if (why === "no-venv") {
    return advice("ensurepip is not available");
  }
  const where =
    platform === "win32"
      ? "You find it in the Microsoft Store, or from your IT team."
      : platform === "darwin"
        ? "You find it on python.org, or from your IT team."
        : "Your system’s software centre has it, or your IT team.";
  const what = why === "old" ? "The Python on this computer is too old." : "There is no Python on this computer.";
  return `${what} Install Python 3.10 or later, then try again. ${where}`;
}
