/* Puts projects side by side. Which ones stands in the address alone; each is one small file. */

import { ids as idsOf } from "./columns.js";

const form = document.getElementById("choose");
const input = document.getElementById("project");
const region = document.getElementById("compared");
const table = region.querySelector("table");
const said = document.getElementById("said");
const words = JSON.parse(form.dataset.words);
const MOST = 4;
const kept = new Map();

const chosen = () => [...new Set(new URLSearchParams(location.search).getAll("p"))].slice(0, MOST);
const address = (ids) => (ids.length ? `?${ids.map((id) => `p=${encodeURIComponent(id)}`).join("&")}` : location.pathname);

async function fetched(id) {
  if (!kept.has(id)) {
    const answer = await fetch(`${form.dataset.projects}${encodeURIComponent(id)}/compared.json`);
    if (!answer.ok) throw new Error(answer.status);
    kept.set(id, await answer.json());
  }
  return kept.get(id);
}

function cell(row, text, lang) {
  const made = row.insertCell();
  made.textContent = text || words.unsaid;
  if (!text) made.className = "quiet";
  if (text && lang) made.lang = lang;
  return made;
}

function status(row, [code, label]) {
  const made = row.insertCell();
  const mark = document.createElement("span");
  mark.className = `status ${code}`;
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  icon.setAttribute("class", "icon");
  icon.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${code}`);
  icon.append(use);
  mark.append(icon, label);
  made.append(mark);
}

function head(row, project) {
  const made = document.createElement("th");
  made.scope = "col";
  const link = document.createElement("a");
  link.href = `${form.dataset.projects}${project.id}/`;
  link.textContent = project.name;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "remove";
  button.textContent = "×";
  button.setAttribute("aria-label", words.remove.replace("{name}", project.name));
  button.addEventListener("click", () => { go(chosen().filter((id) => id !== project.id)); input.focus(); });
  made.append(link, " ", button);
  row.append(made);
}

function cleared() {
  for (const row of table.rows) while (row.cells.length > 1) row.deleteCell(1);
}

async function draw() {
  const ids = chosen();
  const asked = await Promise.allSettled(ids.map(fetched));
  const projects = asked.filter((one) => one.status === "fulfilled").map((one) => one.value);
  const lost = ids.filter((_, i) => asked[i].status === "rejected");
  cleared();
  for (const project of projects) {
    head(table.tHead.rows[0], project);
    for (const row of table.querySelectorAll("[data-row]")) cell(row, ...project.rows[row.dataset.row]);
    for (const row of table.querySelectorAll("[data-check]")) status(row, project.checks[row.dataset.check]);
  }
  for (const row of table.querySelectorAll(".group th")) row.colSpan = projects.length + 1;
  region.hidden = !projects.length;
  document.getElementById("suits").search = projects.length ? `p=${projects.map(({ id }) => id).join(",")}` : "";
  const count = projects.length > 1 ? words.shown.replace("{number}", projects.length) : projects.length ? words.one : words.empty;
  said.textContent = [...lost.map((id) => words.failed.replace("{name}", id)), count].join(" ");
}

function go(ids) {
  history.pushState(null, "", address(ids));
  draw();
}

async function names() {
  const answer = await fetch(form.dataset.columns);
  const data = await answer.json();
  data.id = idsOf(data);
  const list = document.getElementById("projects");
  list.replaceChildren(...data.id.map((id, i) => new Option(data.name[i] === id ? "" : data.name[i], id)));
  return data;
}

let known = null;
input.addEventListener("focus", () => { known ??= names(); }, { once: true });
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = input.value.trim();
  if (!text) return;
  const data = await (known ??= names());
  const place = data.id.findIndex((id, i) => id === text || data.name[i].toLowerCase() === text.toLowerCase());
  if (place < 0) { said.textContent = words.unknown.replace("{name}", text); return; }
  const ids = chosen();
  if (ids.length >= MOST && !ids.includes(data.id[place])) { said.textContent = words.full; return; }
  input.value = "";
  go([...new Set([...ids, data.id[place]])]);
});
addEventListener("popstate", draw);
form.hidden = false;
draw();
