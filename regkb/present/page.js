"use strict";
const facts = JSON.parse(document.getElementById("facts").textContent);
const panel = document.getElementById("panel");
const byId = (name) => document.getElementById(name);

/* Add a pair to the list of a fact's fields; a value inside a value keeps its name as a prefix. */
function addField(list, name, value) {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) {
    for (const [inner, other] of Object.entries(value)) addField(list, `${name} ${inner}`, other);
    return;
  }
  const term = document.createElement("dt");
  const text = document.createElement("dd");
  term.textContent = name.replaceAll("_", " ");
  text.textContent = Array.isArray(value) ? value.map((one) => (typeof one === "object" ? JSON.stringify(one) : one)).join("\n") : String(value);
  list.append(term, text);
}

function openFact(number) {
  const fact = facts[number];
  if (!fact) return;
  for (const mark of document.querySelectorAll("mark.open")) mark.classList.remove("open");
  for (const mark of document.querySelectorAll(`mark[data-fact="${number}"]`)) mark.classList.add("open");
  byId("kind").textContent = fact.kind;
  byId("where").textContent = fact.path;
  const list = byId("fields");
  list.replaceChildren();
  for (const [name, value] of Object.entries(fact.fact)) addField(list, name, value);
  const raw = byId("source");
  raw.replaceChildren(...fact.raw.map(([text, inside]) => {
    const part = document.createElement(inside ? "b" : "span");
    part.textContent = text;
    return part;
  }));
  panel.hidden = false;
}

function closeFact() {
  panel.hidden = true;
  for (const mark of document.querySelectorAll("mark.open")) mark.classList.remove("open");
}

/* The innermost mark that is switched on answers a click. */
function factAt(element) {
  const mark = element.closest("mark:not(.off)");
  return mark ? mark.dataset.fact : null;
}

document.addEventListener("click", (event) => {
  const number = factAt(event.target);
  if (number !== null) openFact(number);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeFact();
  if ((event.key === "Enter" || event.key === " ") && event.target.matches("mark")) {
    event.preventDefault();
    openFact(event.target.dataset.fact);
  }
});
byId("close").addEventListener("click", closeFact);
byId("raw").addEventListener("click", () => {
  const shown = document.body.classList.toggle("show-raw");
  byId("raw").setAttribute("aria-pressed", String(shown));
});
function switchKind(box) {
  for (const mark of document.querySelectorAll(`mark.${box.name}`)) mark.classList.toggle("off", !box.checked);
}
for (const box of document.querySelectorAll(".legend input")) {
  box.addEventListener("change", () => switchKind(box));
  switchKind(box);
}

/* #fact-12 opens a fact, #raw shows the raw text: a link can point at either. */
function followAddress() {
  const fact = /^#fact-(\d+)$/.exec(location.hash);
  if (fact) {
    openFact(fact[1]);
    document.querySelector("mark.open")?.scrollIntoView({ block: "center" });
  }
  if (location.hash === "#raw" && !document.body.classList.contains("show-raw")) byId("raw").click();
}
window.addEventListener("hashchange", followAddress);
followAddress();
