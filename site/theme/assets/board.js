/* Narrows the board. What is chosen stands in the address; without this script all calls are shown. */

const form = document.getElementById("narrow");
const said = document.getElementById("said");
const clear = document.getElementById("clear");
const calls = [...document.querySelectorAll("[data-codes]")].map((line) => [line, JSON.parse(line.dataset.codes)]);
const isOpen = (line) => line.closest("[data-group=open]") !== null;

function chosen() {
  const wanted = {};
  for (const box of form.querySelectorAll("input:checked")) (wanted[box.name] ??= []).push(box.value);
  return Object.entries(wanted);
}

function draw() {
  const wanted = chosen();
  const counts = new Map();
  let open = 0;
  for (const [line, codes] of calls) {
    const misses = wanted.filter(([facet, values]) => !values.some((value) => codes[facet].includes(value)));
    line.hidden = misses.length > 0;
    if (!line.hidden && isOpen(line)) open += 1;
    for (const [facet, values] of Object.entries(codes)) {
      if (misses.length > 1 || (misses.length && misses[0][0] !== facet)) continue;
      for (const value of values) counts.set(`${facet} ${value}`, (counts.get(`${facet} ${value}`) ?? 0) + 1);
    }
  }
  tell(wanted.length > 0, open, counts);
}

function tell(asks, open, counts) {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  for (const box of form.querySelectorAll("input")) {
    const count = counts.get(`${box.name} ${box.value}`) ?? 0;
    box.closest("label").querySelector(".count").textContent = number.format(count);
    box.closest("label").classList.toggle("empty", !count && !box.checked);
  }
  for (const folded of document.querySelectorAll("[data-folded]")) {
    const shown = folded.querySelectorAll("li:not([hidden])").length;
    folded.querySelector("summary .count").textContent = number.format(shown);
    folded.hidden = !shown;
    if (asks && shown && !open) folded.open = true;
  }
  const words = JSON.parse(form.dataset.words);
  const sentence = open === 1 ? words.one : open ? words.many : words.nothing;
  said.textContent = asks ? sentence.replace("{number}", number.format(open)) : "";
  clear.hidden = !asks;
}

function restore() {
  const asked = new URLSearchParams(location.search);
  for (const box of form.querySelectorAll("input")) {
    box.checked = asked.getAll(box.name).includes(box.value);
    if (box.checked) box.closest("details").open = true;
  }
  draw();
}

function change() {
  draw();
  const asked = new URLSearchParams(chosen().flatMap(([facet, values]) => values.map((value) => [facet, value])));
  const to = asked.size ? `?${asked}` : location.pathname;
  if (to !== location.search) history.pushState(null, "", to);
}

if (form) {
  form.hidden = false;
  form.addEventListener("change", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    for (const box of form.querySelectorAll("input")) box.checked = false;
    change();
    form.querySelector("input").focus();
  });
  addEventListener("popstate", restore);
  restore();
}
