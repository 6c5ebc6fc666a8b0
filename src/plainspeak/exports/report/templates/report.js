"use strict";
// Everything on the page can be read without this. It adds the search, the filters and the two ways to group, folds
// the papers of a pack, and gives a choice of what is printed.

function start(paper) {
  const form = paper.querySelector(".filters");
  if (!form) return;
  const cards = [...paper.querySelectorAll(".card")];
  const kinds = new Map(cards.map((card) => [card, card.parentElement]));
  const reading = [...cards].sort((one, other) => one.dataset.number - other.dataset.number);
  const said = new Map();
  const printed = paper.querySelector(".printed");
  const views = [...paper.querySelectorAll("[data-by]")];
  const find = form.querySelector("[type=search]");
  const boxes = [...form.querySelectorAll("[type=checkbox]")];
  const ways = [...form.querySelectorAll("[type=radio]")];
  const status = form.querySelector("[role=status]");
  const all = form.querySelector("button");

  let arranged = "kind";

  const by = () => ways.find((way) => way.checked)?.value ?? "kind";

  function words(card) {
    if (!said.has(card)) said.set(card, card.textContent.toLowerCase());
    return said.get(card);
  }

  function filter() {
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
    const wanted = find.value.trim().toLowerCase();
    let shown = 0;
    for (const card of cards) {
      const { kind, severity } = card.dataset;
      card.hidden = off.has(kind) || off.has(severity) || !(wanted === "" || words(card).includes(wanted));
      shown += !card.hidden;
    }
    for (const group of paper.querySelectorAll(".group")) {
      const number = group.querySelectorAll(".card:not([hidden])").length;
      group.hidden = number === 0;
      group.querySelector(".count").textContent = number;
    }
    status.textContent = shown ? `Showing ${shown} of ${cards.length} findings` : "Nothing found. Try another word, or show all findings again.";
    all.hidden = shown === cards.length;
    pass();
    tell(shown, wanted);
  }

  // Each group has a way past it, to the next one that is shown.
  function pass() {
    const groups = [...paper.querySelectorAll(`[data-by=${arranged}] > .group:not([hidden])`)];
    const text = paper.querySelector(".whole-text");
    groups.forEach((group, at) => {
      const heading = (groups[at + 1] ?? text).querySelector("[id]");
      const link = group.querySelector(".past a");
      link.setAttribute("href", `#${heading.id}`);
      link.textContent = `Skip to \u201c${heading.firstChild.textContent.trim()}\u201d`;
    });
  }

  // Paper doesn't show the filters, so it says what they left out.
  function tell(shown, wanted) {
    const off = boxes.filter((box) => !box.checked).map((box) => box.dataset.name);
    const having = wanted ? ` Only those with \u201c${wanted}\u201d.` : "";
    const without = off.length ? ` Left out: ${off.join(", ")}.` : "";
    printed.textContent = `${shown} of ${cards.length} findings are printed.${having}${without} The figures above are about all of them.`;
    printed.hidden = shown === cards.length;
  }

  function arrange() {
    if (by() !== arranged) {
      arranged = by();
      const groups = [...paper.querySelectorAll(".group[data-section]")];
      const sections = new Map(groups.map((group) => [group.dataset.section, group]));
      for (const card of arranged === "kind" ? cards : reading) (arranged === "kind" ? kinds.get(card) : sections.get(card.dataset.section)).append(card);
      for (const view of views) view.hidden = view.dataset.by !== arranged;
    }
    filter();
  }

  function save() {
    const state = new URLSearchParams();
    const off = boxes.filter((box) => !box.checked).map((box) => box.value);
    if (find.value.trim()) state.set("find", find.value.trim());
    if (by() !== "kind") state.set("by", by());
    if (off.length) state.set("hide", off.join(","));
    const text = state.toString();
    history.replaceState(null, "", `#${paper.id}${text && `?${text}`}`);
  }

  function restore(text) {
    const state = new URLSearchParams(text);
    const off = new Set((state.get("hide") ?? "").split(","));
    find.value = state.get("find") ?? "";
    for (const box of boxes) box.checked = !off.has(box.value);
    for (const way of ways) way.checked = way.value === (state.get("by") === "section" ? "section" : "kind");
    for (const details of form.querySelectorAll("details")) details.open ||= state.has("hide");
    arrange();
  }

  // A link may lead to a finding that is filtered away, or to a group of the other view.
  paper.addEventListener("reveal", ({ target }) => {
    const view = target.closest("[data-by]");
    if (target.closest(".card[hidden], .group[hidden]")) restore(arranged === "kind" ? "" : `by=${arranged}`);
    if (view?.hidden) restore("");
  });
  paper.addEventListener("restore", ({ detail }) => restore(detail));

  form.addEventListener("input", (event) => (event.target.type === "radio" ? arrange() : filter()));
  form.addEventListener("change", save);
  form.addEventListener("submit", (event) => event.preventDefault());
  all.addEventListener("click", () => {
    restore(arranged === "kind" ? "" : `by=${arranged}`);
    save();
    find.focus();
  });
  form.hidden = false;
  arrange();
}

// The address holds the place on the page, or the filters of a paper: #p1?find=care&by=section&hide=hint,latin
function follow() {
  const [, id, text] = /^#([^?]*)\??(.*)$/.exec(location.hash) ?? [];
  const target = id && document.getElementById(id);
  if (!target) return;
  for (let each = target; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
  const event = text ? new CustomEvent("restore", { detail: text }) : new CustomEvent("reveal", { bubbles: true });
  target.dispatchEvent(event);
  const seen = text ? target.querySelector(".findings") : target;
  seen.scrollIntoView();
  // What comes into sight in a big report turns out to be higher or lower than was thought.
  requestAnimationFrame(() => setTimeout(() => seen.scrollIntoView()));
}

// What a reader needs is shown on paper, folded away or not. A paper of several is there in full if it is open.
const unfolded = [];
addEventListener("beforeprint", () => {
  for (const paper of document.querySelectorAll(".one")) paper.classList.toggle("in-full", paper.open);
  const folded = document.querySelectorAll(".one:not([open]), .notice details:not([open]), .why:not(.again, [open])");
  for (const details of folded) unfolded.push(details), (details.open = true);
});
addEventListener("afterprint", () => {
  for (const details of unfolded.splice(0)) details.open = false;
});

for (const each of document.querySelectorAll("[data-script]")) each.hidden = false;
for (const paper of document.querySelectorAll(".one")) paper.open = false;
for (const paper of document.querySelectorAll("[data-paper]")) start(paper);
addEventListener("hashchange", follow);
document.addEventListener("click", (event) => {
  // A second click on the same link changes no address, and the place may be out of sight again.
  if (event.target.closest?.("a")?.hash === location.hash) follow();
});
follow();
