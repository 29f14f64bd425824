/* An exercise's sheet, to fill in on screen. What is written stays in this browser; it can be taken
   along as a file and wiped. A sheet that is scored also becomes a picture (exercise-picture.js). */
(() => {
  "use strict";
  const sheet = document.querySelector("[data-pb-sheet]");
  const table = sheet?.querySelector("table");
  const store = window.pledgebookStore;
  if (!table || !store) return;
  const name = `exercise:${sheet.dataset.pbSheet}`;
  const scale = [...document.querySelectorAll("[data-pb-scale] > span")].map((point) => point.lastChild.textContent.trim());
  const heads = [...table.tHead.rows[0].cells];
  const hasStatements = table.tBodies[0].rows[0]?.cells[0]?.tagName === "TH";
  const columns = heads.slice(hasStatements ? 1 : 0).map((head) => head.textContent.trim());
  const saved = store.read(name, {});
  const kept = saved && typeof saved === "object" ? saved : {};
  const paper = document.querySelector("[data-pb-paper]");
  let extra = 0;

  const rowName = (row, position) => (hasStatements && row.cells[0].tagName === "TH" ? row.cells[0].textContent.trim() : `Row ${position + 1}`);

  /* A row of points to choose from. The one chosen is let go by choosing it again, or by Delete:
     an empty answer is an answer too. */
  const makePoints = (label, value, group) => {
    const points = document.createElement("div");
    points.className = "pb-points";
    points.setAttribute("role", "radiogroup");
    points.setAttribute("aria-label", label);
    points.dataset.value = value;
    const clear = (input) => {
      input.checked = false;
      points.dataset.value = "";
      keep();
    };
    scale.forEach((point, n) => {
      const input = document.createElement("input");
      input.type = "radio";
      input.name = group;
      input.value = String(n + 1);
      input.checked = input.value === value;
      input.setAttribute("aria-label", `${n + 1}, ${point}`);
      input.addEventListener("change", () => { points.dataset.value = input.value; keep(); });
      input.addEventListener("click", () => {
        if (input.dataset.was === "yes") clear(input);
        for (const other of points.querySelectorAll("input")) other.dataset.was = other.checked ? "yes" : "";
      });
      input.addEventListener("keydown", (event) => {
        if (event.key === "Delete" || event.key === "Backspace") clear(input);
      });
      input.dataset.was = input.checked ? "yes" : "";
      const face = document.createElement("span");
      face.textContent = n + 1;
      face.setAttribute("aria-hidden", "true");
      const choice = document.createElement("label");
      choice.title = point;
      choice.append(input, face);
      points.append(choice);
    });
    return points;
  };

  const makeText = (label, value) => {
    const area = document.createElement("textarea");
    area.rows = 2;
    area.setAttribute("aria-label", label);
    area.value = value;
    area.addEventListener("input", keep);
    return area;
  };

  const valueOf = (field) => (field.dataset.value ?? field.value).trim();

  const readAll = () => [...table.tBodies[0].rows].map((row, position) => ({
    statement: rowName(row, position),
    values: [...row.querySelectorAll(".pb-points, textarea")].map(valueOf),
  }));

  const keep = () => {
    const rows = {};
    for (const { statement, values } of readAll()) {
      const written = Object.fromEntries(columns.map((column, n) => [column, values[n]]).filter(([, value]) => value));
      if (Object.keys(written).length) rows[statement] = written;
    }
    store.write(name, { rows, extra });
    tell();
  };

  const tell = () => {
    const rows = readAll();
    const isEmpty = rows.every((row) => row.values.every((value) => !value));
    for (const button of [take, wipe]) button.hidden = isEmpty;
    document.dispatchEvent(new CustomEvent("pb:sheet", { detail: { rows, columns, scale, title: sheet.dataset.title } }));
  };

  const equip = (row, position) => {
    const statement = rowName(row, position);
    [...row.cells].filter((cell) => cell.tagName === "TD").forEach((cell, n) => {
      const label = `${columns[n]}: ${statement}`;
      const value = String(kept.rows?.[statement]?.[columns[n]] ?? "");
      cell.dataset.label = columns[n];
      cell.replaceChildren(scale.length ? makePoints(label, value, `row-${position}-${n}`) : makeText(label, value));
    });
  };

  const addRow = () => {
    const row = table.tBodies[0].insertRow();
    if (hasStatements) {
      const head = document.createElement("th");
      head.scope = "row";
      head.textContent = `One more (${extra + 1})`;
      row.append(head);
    }
    for (let n = 0; n < columns.length; n += 1) row.insertCell();
    extra += 1;
    equip(row, table.tBodies[0].rows.length - 1);
    return row;
  };

  const makeButton = (text, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pb-quiet";
    button.textContent = text;
    button.addEventListener("click", act);
    return button;
  };

  /* A cell that begins like a formula would be run by a spreadsheet; an apostrophe makes it text. */
  const quote = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll("\"", "\"\"")}"`;
  const save = () => {
    const lines = [["", ...columns], ...readAll().map((row) => [row.statement, ...row.values])];
    const text = `\ufeff${lines.map((line) => line.map(quote).join(",")).join("\r\n")}\r\n`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = `${sheet.dataset.pbSheet}.csv`;
    link.click();
    setTimeout(() => { URL.revokeObjectURL(link.href); }, 1000);
  };

  const wipeAll = () => {
    if (wipe.dataset.sure !== "yes") {
      wipe.dataset.sure = "yes";
      wipe.textContent = "Really wipe everything?";
      return;
    }
    for (const area of table.querySelectorAll("textarea")) area.value = "";
    for (const points of table.querySelectorAll(".pb-points")) points.dataset.value = "";
    for (const input of table.querySelectorAll("input")) { input.checked = false; input.dataset.was = ""; }
    for (; extra > 0; extra -= 1) table.tBodies[0].deleteRow(-1);
    store.wipe(name);
    settleWipe();
    tell();
    table.querySelector("input, textarea")?.focus();
  };
  const settleWipe = () => {
    wipe.dataset.sure = "";
    wipe.textContent = "Wipe what I wrote";
  };

  const take = makeButton("Take it along as a file", save);
  const wipe = makeButton("Wipe what I wrote", wipeAll);
  wipe.addEventListener("blur", settleWipe);
  const print = makeButton("Print", () => { window.print(); });
  const more = makeButton("Add a row", () => { addRow().querySelector("textarea").focus(); keep(); });

  [...table.tBodies[0].rows].forEach(equip);
  for (let n = Math.min(Number(kept.extra) || 0, 200); n > 0; n -= 1) addRow();
  sheet.classList.add("pb-sheet--live");
  sheet.classList.toggle("pb-sheet--words", !scale.length);
  const controls = document.createElement("p");
  controls.className = "pb-sheet__controls";
  if (sheet.dataset.form === "log" && !scale.length) controls.append(more);
  controls.append(take, print, wipe);
  sheet.after(controls);
  if (paper) {
    paper.textContent = store.lasts
      ? "What you write stays in this browser, on this device; nothing is sent. Wipe it when others use the device too."
      : "This browser keeps nothing and nothing is sent: print it or take it along before you leave the page.";
  }
  addEventListener("load", tell);
  tell();
})();
