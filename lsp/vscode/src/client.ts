/** Makes the client of the language server. */

import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  type MessageSignature,
} from "vscode-languageclient/node";
import { SELECTOR } from "./documents";
import type { Interpreter } from "./interpreter";
import { SOURCE } from "./protocol";
import type { Restarting } from "./restarting";
import { PYTHON_ENVIRONMENT } from "./running";

export interface ClientParts {
  interpreter: Interpreter;
  /** Where the server runs: a folder with no Python files of anybody's. */
  folder: string;
  log: vscode.LogOutputChannel;
  restarting: Restarting;
  /** Is told that the server stopped by itself, and whether it is started again. */
  onStopped: (again: boolean, tell: boolean) => void;
}

/** Says nothing of a request that failed while the server was away: it is told once that it stopped. */
class CalmClient extends LanguageClient {
  override handleFailedRequest<T>(
    type: MessageSignature,
    token: vscode.CancellationToken | undefined,
    error: unknown,
    defaultValue: T,
  ): T {
    if (!this.isRunning()) {
      return defaultValue;
    }
    return super.handleFailedRequest(type, token, error, defaultValue, false);
  }
}

/** Return a client that starts `python -m plainspeak lsp` when it is started. */
export function createClient(parts: ClientParts): LanguageClient {
  const { command, args } = parts.interpreter;
  const options: LanguageClientOptions = {
    documentSelector: SELECTOR,
    diagnosticCollectionName: SOURCE,
    diagnosticPullOptions: { onChange: true, onSave: true },
    outputChannel: parts.log,
    initializationOptions: () => ({ settings: settings(), prompts: true }),
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: async () => {
        const { wait, tell } = parts.restarting.stoppedAt(Date.now());
        parts.onStopped(wait !== undefined, tell);
        if (wait === undefined) {
          return { action: CloseAction.DoNotRestart, handled: true };
        }
        await new Promise((done) => setTimeout(done, wait));
        return { action: CloseAction.Restart, handled: true };
      },
    },
  };
  const server = {
    command,
    args: [...args, "-m", "plainspeak", "lsp"],
    options: { cwd: parts.folder, env: { ...process.env, ...PYTHON_ENVIRONMENT }, shell: false },
  };
  return new CalmClient("plainspeak", "plainspeak", server, options);
}

/** Return our settings as they are for the first folder; the server asks for those of the others. */
function settings(): Record<string, unknown> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const all = vscode.workspace.getConfiguration("plainspeak", folder ?? null);
  return JSON.parse(JSON.stringify(all)) as Record<string, unknown>;
}
