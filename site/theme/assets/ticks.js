/* Keeps what is ticked of the prerequisites in the address: it can be sent, and is told to nobody. */

const list = document.getElementById("ticks");
const MARK = "#have=";

if (list) {
  const boxes = [...list.querySelectorAll("input[type=checkbox]")];
  const said = document.getElementById("ticked");
  const told = () => {
    const ticked = boxes.filter((box) => box.checked);
    said.textContent = list.dataset.said.replace("{ticked}", ticked.length).replace("{all}", boxes.length);
    return ticked.map((box) => box.value);
  };
  const restore = () => {
    if (!location.hash.startsWith(MARK)) return;
    const have = location.hash.slice(MARK.length).split(",");
    for (const box of boxes) box.checked = have.includes(box.value);
    told();
  };
  list.addEventListener("change", () => {
    const have = told();
    history.replaceState(null, "", have.length ? MARK + have.join(",") : location.pathname + location.search);
  });
  addEventListener("hashchange", restore);
  restore();
  if (location.hash.startsWith(MARK)) document.getElementById("prerequisites").scrollIntoView();
}
