/* A page may be older than it looks: what says that it is open until a day is not shown as open to
   a reader whose day is later. Works on every element with data-closes="YYYY-MM-DD". */

const now = new Date();
const pad = (number) => String(number).padStart(2, "0");
const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

for (const call of document.querySelectorAll("[data-closes]")) {
  if (call.dataset.closes >= today) continue;
  for (const shown of call.querySelectorAll("[data-while-open]")) shown.remove();
  for (const told of call.querySelectorAll("[data-when-closed]")) told.hidden = false;
  const ended = document.getElementById("ended");
  if (ended && call.closest("[data-group=open]")) {
    ended.hidden = false;
    ended.querySelector("ul").prepend(call);
  }
  const list = call.closest("[data-drop]");
  if (list) call.remove();
  if (list && !list.querySelector("[data-closes]")) list.remove();
}
for (const list of document.querySelectorAll("[data-group=open]:not(:has(li))")) {
  list.hidden = true;
  list.previousElementSibling.hidden = true;
  document.querySelector("[data-none]").hidden = false;
}
