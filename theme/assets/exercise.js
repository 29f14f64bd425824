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

  const makeChoice = () => {
    const select = document.createElement("select");
    select.append(new Option("–", ""));
    scale.forEach((point, n) => { select.append(new Option(`${n + 1}  ${point}`, String(n + 1))); });
    return select;
  };

  const makeText = () => {
    const area = document.createElement("textarea");
    area.rows = 2;
    return area;
  };

  const readAll = () => [...table.tBodies[0].rows].map((row, position) => ({
    statement: rowName(row, position),
    values: [...row.querySelectorAll("select, textarea")].map((field) => field.value.trim()),
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
      const field = scale.length ? makeChoice() : makeText();
      field.setAttribute("aria-label", `${columns[n]}: ${statement}`);
      field.value = kept.rows?.[statement]?.[columns[n]] ?? "";
      if (field.selectedIndex === -1) field.value = "";
      field.addEventListener("input", keep);
      cell.dataset.label = columns[n];
      cell.replaceChildren(field);
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
    for (const field of table.querySelectorAll("select, textarea")) field.value = "";
    for (; extra > 0; extra -= 1) table.tBodies[0].deleteRow(-1);
    store.wipe(name);
    settleWipe();
    tell();
    table.querySelector("select, textarea")?.focus();
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
