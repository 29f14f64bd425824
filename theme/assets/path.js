/* Ticks on a path. They stay in this browser. */
(() => {
  "use strict";
  const path = document.querySelector("[data-pb-path]");
  const progress = document.querySelector("[data-pb-progress]");
  const store = window.pledgebookStore;
  if (!path || !progress || !store) return;
  const name = `path:${path.dataset.pbPath}`;
  let done = new Set(store.read(name, []));
  const boxes = [];

  const bar = document.createElement("progress");
  const words = document.createElement("span");
  words.setAttribute("role", "status");
  const wipe = document.createElement("button");
  wipe.type = "button";
  wipe.className = "pb-quiet";
  wipe.textContent = "Take all ticks away";

  const settle = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    bar.max = boxes.length;
    bar.value = ticked;
    words.textContent = ticked === boxes.length
      ? "All done. What is left is below, under To finish."
      : `${ticked} of ${boxes.length} done. ${store.lasts ? "Your ticks stay in this browser; nobody else sees them." : "This browser keeps nothing, so your ticks last until you leave."}`;
    wipe.hidden = ticked === 0;
  };

  for (const row of path.querySelectorAll("[data-step]")) {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = done.has(row.dataset.step);
    box.dataset.id = row.dataset.step;
    const label = document.createElement("label");
    label.className = "pb-tick";
    const hidden = document.createElement("span");
    hidden.className = "pb-visually-hidden";
    hidden.textContent = `Done: ${row.querySelector(".pb-row__title").textContent}`;
    label.append(box, hidden);
    row.classList.add("pb-row--tick");
    row.prepend(label);
    boxes.push(box);
    box.addEventListener("change", () => {
      for (const other of boxes) if (other.dataset.id === box.dataset.id) other.checked = box.checked;
      done = new Set(boxes.filter((other) => other.checked).map((other) => other.dataset.id));
      store.write(name, [...done]);
      settle();
    });
  }
  wipe.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    store.wipe(name);
    settle();
    boxes[0]?.focus();
  });
  if (!boxes.length) return;
  bar.setAttribute("aria-label", "How far you are");
  progress.append(bar, words, " ", wipe);
  progress.hidden = false;
  settle();
})();
