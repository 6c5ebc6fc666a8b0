/** Keeps the language server going: finds it a Python, starts it, and knows what it said of each document. */

import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { type Candidate, candidates } from "./candidates";
import { createClient } from "./client";
import { asker, findServer, type Interpreter } from "./interpreter";
import { type Answer, STATUS_NOTIFICATION, type Status } from "./protocol";
import { Restarting } from "./restarting";
import type { SessionState } from "./statusText";

const MOST_SECONDS_TO_STOP = 3_000;

export class Session implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** How plainspeak is, or what it says of a document, has changed. */
  readonly onDidChange = this.#changed.event;
  readonly #statuses = new Map<string, Status>();
  readonly #restarting = new Restarting();
  readonly privateEnvironment: string;
  state: SessionState = "starting";
  client: LanguageClient | undefined;
  interpreter: Interpreter | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(
    readonly context: vscode.ExtensionContext,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.privateEnvironment = vscode.Uri.joinPath(context.globalStorageUri, "environment").fsPath;
    mkdirSync(context.globalStorageUri.fsPath, { recursive: true });
  }

  /** Where our Pythons run: a folder with no Python files of anybody's. */
  get folder(): string {
    return this.context.extensionPath;
  }

  statusOf(document: vscode.TextDocument): Status | undefined {
    return this.#statuses.get(document.uri.toString());
  }

  /** Return the Pythons that may have plainspeak, the one to prefer first. */
  candidates(): Candidate[] {
    return candidates({
      platform: process.platform,
      setting: vscode.workspace.getConfiguration("plainspeak").get("interpreter", ""),
      home: homedir(),
      folders: (vscode.workspace.workspaceFolders ?? []).map((each) => each.uri.fsPath),
      trusted: vscode.workspace.isTrusted,
      privateEnvironment: this.privateEnvironment,
    });
  }

  /** Find a Python and start the server, after what is going on now. */
  start(): Promise<void> {
    this.#restarting.forget();
    return this.#next(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  /** Stop the server, after what is going on now. */
  stop(state: SessionState): Promise<void> {
    return this.#next(async () => {
      await this.#stop();
      this.become(state);
    });
  }

  become(state: SessionState): void {
    this.state = state;
    void vscode.commands.executeCommand("setContext", "plainspeak.state", state);
    this.#changed.fire();
  }

  /** Ask the server for something; nothing if it isn't there. */
  async request<R>(method: string, params: unknown): Promise<R | undefined> {
    await this.#work;
    const client = this.client;
    if (client?.state !== State.Running) {
      return undefined;
    }
    return client.sendRequest<R>(method, params);
  }

  /** Have the server carry out a command; what can't be done is told in one sentence, and is nothing here. */
  async command<R extends Answer>(name: string, argument: object): Promise<R | undefined> {
    let answer: R | undefined;
    try {
      answer = await this.request<R>("workspace/executeCommand", {
        command: `plainspeak.server.${name}`,
        arguments: [argument],
      });
    } catch (error) {
      this.log.error(`${name}: ${error}`);
      void vscode.window
        .showWarningMessage("plainspeak couldn’t do that. The log says why.", "Show log")
        .then((choice) => {
          if (choice) {
            this.log.show();
          }
        });
      return undefined;
    }
    if (answer?.failed) {
      void vscode.window.showWarningMessage(answer.message ?? "plainspeak couldn’t do that.");
      return undefined;
    }
    return answer;
  }

  dispose(): Promise<void> {
    return this.#next(() => this.#stop()).finally(() => this.#changed.dispose());
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work, work).catch((error: unknown) => this.log.error(String(error)));
    return this.#work;
  }

  async #start(): Promise<void> {
    this.become("starting");
    const found = await this.#find();
    this.interpreter = found;
    if (!found) {
      this.become("notSetUp");
      return;
    }
    const client = createClient({
      interpreter: found,
      folder: this.folder,
      log: this.log,
      restarting: this.#restarting,
      onStopped: (again, tell) => this.#stoppedByItself(again, tell),
    });
    this.client = client;
    client.onNotification(STATUS_NOTIFICATION, (status: Status) => {
      this.#statuses.set(vscode.Uri.parse(status.uri).toString(), status);
      this.#changed.fire();
    });
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running && this.client === client) {
        this.become("ready");
      }
    });
    try {
      await client.start();
    } catch (error) {
      this.log.error(`plainspeak didn’t start: ${error}`);
      if (this.client === client && this.state !== "stopped" && client.state !== State.Starting) {
        this.become("stopped");
        this.#tell("plainspeak didn’t start.");
      }
    }
  }

  async #stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.#statuses.clear();
    if (client) {
      try {
        await client.dispose(MOST_SECONDS_TO_STOP);
      } catch (error) {
        this.log.info(`The server was gone already: ${error}`);
      }
    }
  }

  async #find(): Promise<Interpreter | undefined> {
    const { found, asked } = await findServer(this.candidates(), asker(this.folder));
    for (const { candidate, why } of asked) {
      const name = [candidate.command, ...candidate.args].join(" ");
      if (!why) {
        this.log.info(`Uses ${name}.`);
      } else if (candidate.origin === "setting") {
        this.log.warn(`The setting plainspeak.interpreter names ${name}, which can’t be used: ${why}.`);
      } else {
        this.log.info(`Passed over ${name}: ${why}.`);
      }
    }
    return found;
  }

  #stoppedByItself(again: boolean, tell: boolean): void {
    this.#statuses.clear();
    this.become(again ? "starting" : "stopped");
    if (!tell) {
      return;
    }
    if (again) {
      void vscode.window
        .showInformationMessage("plainspeak stopped, and is starting again. Your text is as it was.", "Show log")
        .then((choice) => choice && this.log.show());
    } else {
      this.#tell("plainspeak keeps stopping, and stays off for now.");
    }
  }

  #tell(sentence: string): void {
    void vscode.window.showWarningMessage(sentence, "Start again", "Show log").then((choice) => {
      if (choice === "Start again") {
        void this.start();
      } else if (choice) {
        this.log.show();
      }
    });
  }
}
