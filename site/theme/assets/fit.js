/* Sorts projects by what a body that has this and that would still lack. What is chosen stands in
   the address alone; the facts are one file, so that all of it works without a network from there. */

const form = document.getElementById("have");
const results = document.getElementById("fitting");
const plain = document.getElementById("everything");
const said = document.getElementById("said");
const words = JSON.parse(form.dataset.words);
const language = document.documentElement.lang;
const either = new Intl.ListFormat(language, { type: "disjunction" });
const both = new Intl.ListFormat(language, { type: "conjunction" });
const number = new Intl.NumberFormat(language);
const PAGE = 30;
const boxes = [...form.querySelectorAll("input")];
const SUBJECTS = [...new Set(boxes.map((box) => box.name))].filter((name) => name in words.subjects);
let data = null;
let loading = null;
let only = [];

function load() {
  loading ??= fetch(form.dataset.columns).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }).then((read) => { data = read; });
  return loading;
}

/* The address: a key for each subject, its choices with commas between. */
function address() {
  const chosen = new Map();
  if (only.length) chosen.set("p", only);
  for (const box of boxes) if (box.checked) chosen.set(box.name, [...(chosen.get(box.name) ?? []), box.value]);
  const asked = [...chosen].map(([name, values]) => `${name}=${values.map(encodeURIComponent).join(",")}`);
  return asked.length ? `?${asked.join("&")}` : location.pathname;
}

function restore() {
  const asked = new URLSearchParams(location.search);
  const values = (name) => (asked.get(name) ?? "").split(",").filter(Boolean);
  for (const box of boxes) box.checked = values(box.name).includes(box.value);
  only = values("p");
}

/* What a body has in a subject, each with what it comes through; null where it has not said. */
function having(subject) {
  const chosen = boxes.filter((box) => box.name === subject && box.checked).map((box) => box.value);
  if (!chosen.length) return null;
  const have = new Map(chosen.map((id) => data.things[subject].indexOf(id)).filter((place) => place >= 0).map((place) => [place, place]));
  for (const [place, own] of have) for (const given of data.gives[subject][place] ?? []) if (!have.has(given)) have.set(given, own);
  return have;
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const nameOf = (subject, place) => words.names[subject][data.things[subject][place]];

/* How one project's ask stands to what the body has. The words are made only where they are shown. */
function judged(subject, have, i) {
  const cell = data.asks[subject][i];
  if (cell === null || typeof cell === "string") {
    const text = () => fill(words.why[cell ?? "unsaid"], { body: data.bodies[data.body[i]] });
    return { subject, state: "unknown", text, at: "contact" };
  }
  const [basis, needs] = cell;
  if (basis === "na") return { subject, state: "na", text: () => words.apart, at: words.places[subject] };
  const lacking = needs.filter((need) => !need.some((place) => have.has(place)));
  const text = () => (needs.length ? both.format(named(subject, have, needs, lacking)) : words.nothing);
  return { subject, state: lacking.length ? "lacks" : "has", text, basis, at: words.places[subject] };
}

function named(subject, have, needs, lacking) {
  if (lacking.length) return lacking.map((need) => either.format(need.map((place) => nameOf(subject, place))));
  const met = needs.flatMap((need) => need.filter((place) => have.has(place)));
  return [...new Set(met)].map((place) => through(subject, place, have));
}

function through(subject, place, have) {
  const own = have.get(place);
  return own === place ? nameOf(subject, place)
    : fill(words.through, { thing: nameOf(subject, place), own: nameOf(subject, own) });
}

/* Every project with its answers, in its group. */
function sorted(haves) {
  const kinds = boxes.filter((box) => box.name === "kind" && box.checked).map((box) => box.value);
  const groups = { fits: [], lacks: [], unknown: [], apart: [] };
  data.id.forEach((id, i) => {
    if ((only.length && !only.includes(id)) || (kinds.length && !kinds.includes(data.kind[i]))) return;
    const answers = haves.map(([subject, have]) => judged(subject, have, i));
    const count = (state) => answers.filter((answer) => answer.state === state).length;
    const [lacks, open] = [count("lacks"), count("unknown")];
    const group = lacks ? "lacks" : count("has") ? "fits" : open ? "unknown" : "apart";
    groups[group].push({ i, answers, lacks, open });
  });
  for (const group of Object.values(groups)) group.sort((a, b) => a.lacks - b.lacks || a.open - b.open || a.i - b.i);
  return groups;
}

function made(tag, text, attributes = {}) {
  const element = Object.assign(document.createElement(tag), attributes);
  if (text) element.append(text);
  return element;
}

const page = (i, at = "") => `../projects/${data.id[i]}/${at && `#${at}`}`;
const MARKS = { has: "pass", lacks: "fail", unknown: "unknown", na: "na" };
const SAYS = { has: words.has, lacks: words.lacks, unknown: words.open, na: words.na };

function mark(state) {
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  icon.setAttribute("class", "icon");
  icon.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${MARKS[state]}`);
  icon.append(use);
  const whole = made("span", "", { className: `status ${MARKS[state]}` });
  whole.append(icon, SAYS[state]);
  return whole;
}

function line(i, { subject, state, text, basis, at }) {
  const item = made("li", "");
  item.append(mark(state), ` ${words.subjects[subject]}: `);
  if (basis) item.append(`${text()} – `, made("a", words.basis[basis], { href: page(i, at) }));
  else item.append(made("a", text(), { href: page(i, at) }));
  return item;
}

function extras(i, haves) {
  const lines = [];
  const standards = haves.find(([subject]) => subject === "standard")?.[1];
  const shared = data.shared[i].filter((place) => standards?.has(place)).map((place) => nameOf("standard", place));
  if (shared.length) lines.push([fill(words.shared, { things: both.format(shared) }), "GEN-4"]);
  if (form.elements.join.checked) {
    if (data.calls[i]) lines.push([words.calls, "further"]);
    if (data.peers[i]) lines.push([fill(words.peers, { number: number.format(data.peers[i]) }), "use"]);
  }
  return lines.map(([text, at]) => {
    const item = made("li", "");
    item.append(made("a", text, { href: page(i, at) }));
    return item;
  });
}

function project({ i, answers }, haves) {
  const item = made("li", "");
  const head = made("p", "");
  head.append(made("a", data.name[i], { href: page(i) }), " ", made("span", `${data.bodies[data.body[i]]} · ${words.kinds[data.kind[i]]}`, { className: "quiet" }));
  const list = made("ul", "", { className: "plain" });
  list.append(...answers.map((answer) => line(i, answer)), ...extras(i, haves));
  item.append(head, list);
  return item;
}

function brief({ i }) {
  const item = made("li", "");
  item.append(made("a", data.name[i], { href: page(i, "contact") }));
  return item;
}

function show(id, group, haves, shown = PAGE) {
  const section = document.getElementById(id);
  const list = section.querySelector("ul");
  const more = section.querySelector("button");
  section.hidden = !group.length;
  list.replaceChildren(...group.slice(0, shown).map((one) => (list.className === "names" ? brief(one) : project(one, haves))));
  more.hidden = group.length <= shown;
  more.onclick = () => {
    show(id, group, haves, shown + PAGE);
    list.children[shown]?.querySelector("a").focus();
  };
}

function stated() {
  const told = SUBJECTS.flatMap((subject) => {
    const chosen = boxes.filter((box) => box.name === subject && box.checked);
    const named = chosen.map((box) => (box.value === "none" ? words.none : words.names[subject][box.value]));
    return named.length ? [`${words.subjects[subject]}: ${both.format(named)}`] : [];
  });
  if (form.elements.join.checked) told.push(words.join);
  return told.length ? `${words.stated} ${told.join("; ")}.` : "";
}

function draw() {
  const haves = SUBJECTS.map((subject) => [subject, having(subject)]).filter(([, have]) => have);
  const those = document.getElementById("those");
  const names = only.map((id) => data.name[data.id.indexOf(id)] ?? id);
  those.hidden = !only.length;
  those.querySelector("span").textContent = fill(words.those, { names: both.format(names) });
  plain.hidden = haves.length > 0;
  results.hidden = !haves.length && !location.search;
  const groups = haves.length ? sorted(haves) : { fits: [], lacks: [], unknown: [], apart: [] };
  for (const [id, group] of Object.entries(groups)) show(id, group, haves);
  document.getElementById("stated").textContent = stated();
  said.textContent = haves.length
    ? fill(words.said, Object.fromEntries(Object.entries(groups).map(([id, group]) => [id, number.format(group.length)])))
    : words.ask;
}

async function change() {
  const to = address();
  if (to !== location.search) history.pushState(null, "", to);
  await shown();
}

async function shown() {
  for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
  try {
    await load();
    draw();
  } catch {
    results.hidden = false;
    plain.hidden = false;
    said.textContent = words.failed;
  }
  form.hidden = false;
}

/* "None of these" and the others exclude each other. */
function settle(box) {
  if (!box.checked || box.name === "kind") return;
  for (const other of boxes) {
    if (other.name === box.name && other !== box && (box.value === "none" || other.value === "none")) other.checked = false;
  }
}

form.addEventListener("change", ({ target }) => { settle(target); change(); });
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await change();
  results.hidden = false;
  document.getElementById("result").focus();
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const box of boxes) box.checked = false;
  change();
});
document.querySelector("#those button").addEventListener("click", () => { only = []; change(); boxes[0].focus(); });
addEventListener("popstate", () => { restore(); shown(); });
restore();
plain.hidden = Boolean(location.search);
if (location.search) shown(); // the form comes with what is asked for, so that nothing moves
else {
  form.hidden = false;
  form.addEventListener("focusin", () => { load().catch(() => {}); }, { once: true });
}
