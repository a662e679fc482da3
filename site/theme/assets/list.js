/* Narrows, searches and sorts the project list. All of it works on one file of columns; what is
   chosen stands in the address, so that it can be shared and the back button is right. Without this
   script the page is the whole list in plain HTML, or leads to it by letter. A long list comes in two
   files: names and choices first, then what else it is searched by. */

import { ids } from "./columns.js";

const form = document.getElementById("narrow");
const results = document.getElementById("results");
const plain = document.getElementById("everything");
const said = document.getElementById("said");
const rowTemplate = document.getElementById("row");
const moreButton = document.getElementById("more");
const words = JSON.parse(form.dataset.words);
const PAGE = 50;
const language = document.documentElement.lang;
const collator = new Intl.Collator(language);
const days = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
let columns = null;
let index = [];
let loading = null;
let later = null;
let shown = PAGE;

const fold = (text) => text.toLowerCase().replace(/[éèêë]/g, "e").replace(/[üű]/g, "u").replace(/ø/g, "ö").replace(/æ/g, "ä");
const tokens = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/* The part of a word that its forms share: "portalerna", "portaler" and "portalen" all give "portal". */
const ENDINGS = language === "sv"
  ? ["ernas", "arnas", "ornas", "erna", "arna", "orna", "ens", "ets", "er", "ar", "or", "en", "et", "na", "n", "t", "s", "a", "e"]
  : ["ings", "ing", "ies", "es", "ed", "s", "y"];
function stem(word) {
  const ending = ENDINGS.find((end) => word.length - end.length >= 4 && word.endsWith(end));
  return ending ? word.slice(0, -ending.length) : word;
}

/* How well a word fits one that was typed: whole, beginning, form, part of a compound; 0 is not at all. */
function fit(typed, root, word) {
  if (word === typed) return 8;
  if (word.startsWith(typed)) return 6;
  if (word.startsWith(root)) return 5;
  if (typed.length > 2 && word.includes(root)) return 3;
  return 0;
}

/* Whether two words differ by one letter added, taken away or changed, or two that changed places. */
function nearly(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return left.length <= 1 && right.length <= 1
    || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

function load() {
  loading ??= fetch(form.dataset.columns).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }).then((data) => {
    columns = { ...data, id: ids(data) };
    index = columns.name.map((name, i) => (form.dataset.rest ? [tokens(name)] : fields(i)));
  });
  return loading;
}

const fields = (i) => [tokens(columns.name[i]), tokens(columns.words[i]), tokens(columns.summary[i])];

/* What a long list has besides names and choices; shown as soon as it is there. */
function rest() {
  if (!form.dataset.rest) return loading;
  later ??= fetch(form.dataset.rest).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }).then((data) => {
    Object.assign(columns, data);
    index = columns.name.map((_, i) => fields(i));
  });
  return later;
}

/* Shows what is known; a long list is shown by its names first, but for an order that needs more. */
async function show() {
  await load();
  if (columns.active || form.elements.sort.value !== "latest") draw();
  if (columns.active) return;
  await rest();
  draw();
}

function score(i, typed, lenient) {
  let total = 0;
  for (const [word, root] of typed) {
    let best = 0;
    index[i].forEach((list, field) => {
      for (const other of list) {
        const fits = fit(word, root, other) || (lenient && word.length > 3 && nearly(word, other.slice(0, word.length + 1)) ? 1 : 0);
        best = Math.max(best, fits * (3 - field));
      }
    });
    if (!best) return 0;
    total += best;
  }
  const name = index[i][0].join(" ");
  return total + (name === typed.map(([word]) => word).join(" ") ? 50 : 0);
}

function chosen() {
  const state = { q: form.elements.q.value.trim(), sort: form.elements.sort.value, facets: {} };
  for (const box of form.querySelectorAll("input[type=checkbox]:checked")) (state.facets[box.name] ??= []).push(box.value);
  return state;
}

function address(state) {
  const asked = new URLSearchParams();
  if (state.q) asked.set("q", state.q);
  for (const [name, codes] of Object.entries(state.facets)) for (const code of codes) asked.append(name, code);
  if (state.sort !== "name") asked.set("sort", state.sort);
  const text = asked.toString();
  return text ? `?${text}` : location.pathname;
}

function restore() {
  const asked = new URLSearchParams(location.search);
  form.elements.q.value = asked.get("q") ?? "";
  form.elements.sort.value = ["name", "level", "latest"].includes(asked.get("sort")) ? asked.get("sort") : "name";
  for (const box of form.querySelectorAll("input[type=checkbox]")) {
    box.checked = asked.getAll(box.name).includes(box.value);
    if (box.checked) box.closest("details").open = true;
  }
}

/* Which projects fit the words and every facet; for each facet the count of a choice leaves its own facet out. */
function narrowed(state) {
  const typed = tokens(state.q).map((word) => [word, stem(word)]);
  const wanted = Object.entries(state.facets).map(([id, codes]) => {
    const facet = columns.facets[id];
    return [id, new Set(codes.map((code) => facet.codes.indexOf(code))), facet.of];
  });
  const search = (lenient) => columns.id.map((_, i) => (typed.length ? score(i, typed, lenient) : 1));
  let scores = search(false);
  if (typed.length && !scores.some(Boolean)) scores = search(true);
  const found = [];
  const counts = Object.fromEntries(Object.entries(columns.facets).map(([id, facet]) => [id, facet.codes.map(() => 0)]));
  scores.forEach((points, i) => {
    if (!points) return;
    const misses = wanted.filter(([, codes, of]) => !of[i].some((place) => codes.has(place))).map(([id]) => id);
    if (!misses.length) found.push([i, points]);
    if (misses.length > 1) return;
    for (const [id, facet] of Object.entries(columns.facets)) {
      if (!misses.length || misses[0] === id) for (const place of facet.of[i]) counts[id][place] += 1;
    }
  });
  return { found: ordered(found, state), counts };
}

function ordered(found, state) {
  const byName = ([a], [b]) => a - b;
  const order = {
    level: ([a], [b]) => columns.level[b] - columns.level[a] || columns.possible[b] - columns.possible[a] || a - b,
    latest: ([a], [b]) => collator.compare(columns.active[b], columns.active[a]) || a - b,
    name: state.q ? ([a, x], [b, y]) => y - x || a - b : byName,
  };
  return found.sort(order[state.sort]).map(([i]) => i);
}

function rowOf(i) {
  const row = rowTemplate.content.querySelector("tr").cloneNode(true);
  const put = (name, text) => { row.querySelector(`[data-put=${name}]`).textContent = text; };
  const level = row.querySelector("[data-put=level]");
  const link = row.querySelector("a");
  const summary = row.querySelector("[data-put=summary]");
  link.href = `${columns.id[i]}/`;
  link.textContent = columns.name[i];
  const known = columns.active !== undefined;
  if (known && columns.lang[i]) summary.lang = columns.lang[i];
  if (known && columns.summary[i]) summary.textContent = columns.summary[i];
  else summary.remove();
  row.querySelector(".ladder").classList.add(`p${columns.level[i]}`, `q${columns.possible[i]}`);
  level.textContent = columns.left[i]
    ? words.left.replace("{why}", words.lefts[columns.left[i]]).replace("{number}", columns.level[i])
    : words.levels[columns.level[i]];
  const maybe = !columns.left[i] && columns.possible[i] > columns.level[i];
  put("maybe", maybe ? words.maybe.replace("{number}", columns.possible[i]) : "");
  const first = (id) => (columns.facets[id] ? columns.facets[id].of[i][0] : undefined);
  put("kind", labelOf("kind", first("kind")));
  put("body", labelOf("body", first("body")));
  put("licence", known ? columns.licence[i] || words.none : "…");
  put("active", known ? columns.active[i] ? days.format(new Date(columns.active[i])) : words.unknown : "…");
  return row;
}

function labelOf(id, place) {
  if (place === undefined) return words.only[id] ?? "";
  const code = columns.facets[id].codes[place];
  return words.names[id]?.[code] ?? code;
}

function draw() {
  const state = chosen();
  const asks = state.q || state.sort !== "name" || Object.keys(state.facets).length;
  const { found, counts } = narrowed(state);
  for (const box of form.querySelectorAll("input[type=checkbox]")) {
    const count = counts[box.name][columns.facets[box.name].codes.indexOf(box.value)];
    const label = box.closest("label");
    label.querySelector(".count").textContent = new Intl.NumberFormat(language).format(count);
    label.classList.toggle("empty", !count && !box.checked);
  }
  document.getElementById("clear").hidden = !asks;
  plain.hidden = Boolean(asks);
  results.hidden = !asks;
  if (!asks) { said.textContent = ""; return; }
  const body = results.querySelector("tbody");
  body.replaceChildren(...found.slice(0, shown).map(rowOf));
  results.querySelector("table").hidden = !found.length;
  const number = new Intl.NumberFormat(language).format(found.length);
  const waits = !found.length && !columns.active; // what is searched comes in part
  if (!waits) said.textContent = (found.length === 1 ? words.one : found.length ? words.many : words.nothing).replace("{number}", number);
  moreButton.hidden = found.length <= shown;
}

function failed() {
  plain.hidden = false;
  said.textContent = words.failed;
}

let timer = 0;
async function change(typing) {
  clearTimeout(timer);
  shown = PAGE;
  try {
    await load();
  } catch {
    failed();
    return;
  }
  show().catch(failed);
  const to = address(chosen());
  if (typing) timer = setTimeout(() => history.replaceState(null, "", to), 300);
  else if (to !== location.search) history.pushState(null, "", to);
}

form.hidden = false;
form.addEventListener("input", (event) => { if (event.target.name === "q") change(true); });
form.addEventListener("change", (event) => { if (event.target.name !== "q") change(false); });
form.addEventListener("submit", (event) => { event.preventDefault(); change(false); });
document.getElementById("clear").addEventListener("click", () => {
  form.reset();
  for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = false;
  form.elements.q.value = "";
  form.elements.sort.value = "name";
  change(false);
  form.elements.q.focus();
});
moreButton.addEventListener("click", () => {
  const from = shown;
  shown += PAGE;
  draw();
  results.querySelectorAll("tbody a")[from]?.focus();
});
addEventListener("popstate", () => { restore(); show(); });
restore();
if (location.search) { // what is asked for comes later, and moves nothing then
  plain.hidden = true;
  document.getElementById("clear").hidden = false;
  show().catch(failed);
}
else form.addEventListener("focusin", () => { load().catch(() => {}); }, { once: true });
