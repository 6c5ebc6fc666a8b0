/** What is said and run to set up plainspeak: one environment, one package. */

export const PACKAGE = "plainspeak-health";

export interface Source {
  /** The address of a package index; empty for the one that pip uses by itself. */
  index: string;
  /** A folder of wheels; empty for none. It wins over an index. */
  wheels: string;
  /** The proxy that the editor is set to use; empty for none. */
  proxy: string;
}

/** Return the arguments that make an environment in a folder. */
export function venvArguments(folder: string): string[] {
  return ["-m", "venv", "--clear", folder];
}

/** Return the arguments that install plainspeak, for the Python of the new environment. */
export function pipArguments(source: Source): string[] {
  // Only ready-made packages: nobody who writes papers has a compiler.
  const common = ["-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--upgrade"];
  const ready = ["--only-binary", ":all:", "--progress-bar", "off"];
  if (source.wheels) {
    return [...common, ...ready, "--no-index", "--find-links", source.wheels, PACKAGE];
  }
  const index = source.index ? ["--index-url", source.index] : [];
  const proxy = source.proxy ? ["--proxy", source.proxy] : [];
  return [...common, ...ready, ...index, ...proxy, PACKAGE];
}

/** Return a text without the names and passwords that addresses in it may hold. */
export function withoutSecrets(text: string): string {
  return text.replace(/\/\/[^/@\s]*@/g, "//");
}

/** Say where the packages come from. */
export function origin(source: Source): string {
  if (source.wheels) {
    return `from the folder ${source.wheels}. Nothing is downloaded`;
  }
  if (source.index) {
    return `from ${withoutSecrets(source.index)}`;
  }
  return "from the Python Package Index (pypi.org), or from where this computer is set to get Python packages";
}

/** Say what setting up does, for people to agree to. */
export function consent(folder: string, source: Source): string {
  return [
    `plainspeak needs a program of its own beside this extension. It is called ${PACKAGE} and is written in Python.`,
    `A folder is made for it: ${folder}. It takes about 400 MB.`,
    `It comes ${origin(source)}.`,
    "Nothing else on this computer changes, and your papers stay where they are.",
  ].join("\n\n");
}

/** Turn a line that pip says into what the progress message shows; nothing if it says nothing new. */
export function progressOf(line: string): string | undefined {
  const [, verb, what = ""] =
    /^\s*(Collecting|Downloading|Processing|Installing collected packages)[:\s]+(\S+)/.exec(line) ?? [];
  switch (verb) {
    case "Collecting":
      return `looking for ${what.replace(/[<>=!~;[(].*$/, "")}`;
    case "Downloading":
    case "Processing":
      return `getting ${(what.split(/[\\/]/).at(-1) ?? "").replace(/-\d.*$/, "")}`;
    case "Installing collected packages":
      return "putting it all in place";
    default:
      return undefined;
  }
}
