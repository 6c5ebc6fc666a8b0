/** The panel beside the text: what was found in it, by kind. */

import * as vscode from "vscode";
import { type CurrentDocument, isEnabled } from "./documents";
import { FINDINGS_REQUEST, type Finding, type FindingGroup, type Findings } from "./protocol";
import type { Session } from "./session";
import { findingDescription, findingIcon, findingLabel, findingSpoken, groupSpoken } from "./treeText";

const PATIENCE = 250;

export class GroupItem extends vscode.TreeItem {
  constructor(
    readonly group: FindingGroup,
    readonly children: FindingItem[],
  ) {
    super(group.title, vscode.TreeItemCollapsibleState.Expanded);
    this.id = group.title;
    this.description = String(group.findings.length);
    this.contextValue = "group";
    this.accessibilityInformation = { label: groupSpoken(group) };
  }
}

export class FindingItem extends vscode.TreeItem {
  constructor(
    readonly finding: Finding,
    readonly uri: vscode.Uri,
  ) {
    super(findingLabel(finding), vscode.TreeItemCollapsibleState.None);
    this.description = findingDescription(finding);
    this.tooltip = finding.message;
    this.iconPath = new vscode.ThemeIcon(findingIcon(finding));
    this.contextValue = finding.fixable ? "finding fixable" : "finding";
    this.accessibilityInformation = { label: findingSpoken(finding) };
    this.command = { command: "plainspeak.reveal", title: "Go to these words", arguments: [this] };
  }
}

/** Shows the findings of the current document, renewed when a check has ended. */
export class FindingsTree implements vscode.TreeDataProvider<GroupItem | FindingItem>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly view: vscode.TreeView<GroupItem | FindingItem>;
  readonly #listeners: vscode.Disposable[];
  #groups: GroupItem[] = [];
  #later: NodeJS.Timeout | undefined;
  #round = 0;

  constructor(
    readonly session: Session,
    readonly current: CurrentDocument,
  ) {
    this.view = vscode.window.createTreeView("plainspeak.findings", { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = [
      this.#changed,
      this.view,
      session.onDidChange(() => this.#soon()),
      current.onDidChange(() => this.#soon(0)),
      this.view.onDidChangeVisibility(() => this.#soon(0)),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("plainspeak") && this.#soon()),
    ];
    this.#soon(0);
  }

  getTreeItem(item: GroupItem | FindingItem): vscode.TreeItem {
    return item;
  }

  getChildren(item?: GroupItem | FindingItem): (GroupItem | FindingItem)[] {
    if (!item) {
      return this.#groups;
    }
    return item instanceof GroupItem ? item.children : [];
  }

  getParent(item: GroupItem | FindingItem): GroupItem | undefined {
    return item instanceof FindingItem ? this.#groups.find((each) => each.children.includes(item)) : undefined;
  }

  dispose(): void {
    clearTimeout(this.#later);
    for (const each of this.#listeners) {
      each.dispose();
    }
  }

  #soon(patience = PATIENCE): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#renew(), patience);
  }

  async #renew(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const document = this.current.document;
    if (!this.view.visible || !document || this.session.state !== "ready") {
      this.#show(document, undefined);
      return;
    }
    if (this.session.statusOf(document)?.state === "checking") {
      return;
    }
    let found: Findings | undefined;
    try {
      found = await this.session.request<Findings>(FINDINGS_REQUEST, { uri: document.uri.toString() });
    } catch (error) {
      this.session.log.info(`The panel wasn’t renewed: ${error}`);
      return;
    }
    if (round === this.#round) {
      this.#show(document, found);
    }
  }

  #show(document: vscode.TextDocument | undefined, found: Findings | undefined): void {
    this.#groups = (document ? (found?.groups ?? []) : []).map(
      (group) =>
        new GroupItem(
          group,
          group.findings.map((finding) => new FindingItem(finding, (document as vscode.TextDocument).uri)),
        ),
    );
    const name = document?.uri.path.split("/").at(-1);
    this.view.description = name && this.#groups.length > 0 ? name : "";
    void vscode.commands.executeCommand("setContext", "plainspeak.panel", this.#state(document, found));
    this.#changed.fire();
  }

  #state(document: vscode.TextDocument | undefined, found: Findings | undefined): string {
    const state = this.session.state;
    if (state !== "ready") {
      return state;
    }
    if (!document) {
      return "noDocument";
    }
    const status = this.session.statusOf(document)?.state;
    if (status === "off" || !isEnabled(document)) {
      return "off";
    }
    return found?.total === 0 && status !== undefined ? "nothing" : "findings";
  }
}
