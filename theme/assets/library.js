/* The library's filter. What is chosen stands in the address, so that it can be shared. */
(() => {
  "use strict";
  const RUN_AT_MOST = 10;
  const library = document.querySelector("[data-pb-library]");
  const form = library?.querySelector("[data-pb-filter]");
  if (!form) return;
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\p{M}'’]/gu, "");
  const shelves = [...library.querySelectorAll("[data-pb-shelf]")];
  const rows = [...library.querySelectorAll(".pb-shelf > li")].map((element) => ({
    element,
    data: element.dataset,
    words: null,
  }));
  const count = form.querySelector("[data-pb-count]");
  const clear = form.querySelector("[data-pb-clear]");
  const run = form.querySelector("[data-pb-run-these]");
  const nothing = library.querySelector("[data-pb-nothing]");
  const fields = [...form.elements].filter((field) => field.name);

  const suits = (row, wish) => Object.entries(wish).every(([name, value]) => {
    if (name === "q") {
      row.words ??= fold(row.element.textContent);
      return fold(value).split(/\s+/).every((word) => row.words.includes(word));
    }
    if (name === "minutes") return row.data.minutes !== "" && Number(row.data.minutes) <= Number(value);
    return (row.data[name] || "").split(" ").includes(value);
  });

  const chosen = () => Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]).filter(([, value]) => value));

  const apply = () => {
    const wish = chosen();
    const left = [];
    for (const row of rows) {
      const fits = suits(row, wish);
      if (row.element.hidden === fits) row.element.hidden = !fits;
      if (fits) left.push(row.data);
    }
    for (const shelf of shelves) shelf.hidden = !shelf.querySelector("li:not([hidden])");
    const scenarios = left.filter((data) => data.kind === "scenario").slice(0, RUN_AT_MOST);
    count.textContent = left.length === rows.length ? `All ${rows.length}` : `${left.length} of ${rows.length}`;
    nothing.hidden = left.length > 0;
    clear.hidden = !Object.keys(wish).length;
    run.hidden = !scenarios.length || !Object.keys(wish).length;
    if (scenarios.length) {
      const first = rows.find((row) => row.data.id === scenarios[0].id).element.querySelector("a");
      run.href = `${first.href}?practice=${scenarios.map((data) => data.id).join(",")}`;
      run.textContent = scenarios.length === 1 ? "Practise this one" : `Practise ${scenarios.length === RUN_AT_MOST ? "the first ten" : `these ${scenarios.length}`}`;
    }
    return wish;
  };

  const changed = () => {
    const query = new URLSearchParams(apply()).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };

  const fill = () => {
    const wish = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = wish.get(field.name) || "";
      if (field.selectedIndex === -1) field.value = "";
    }
    apply();
  };

  form.addEventListener("input", changed);
  form.addEventListener("reset", () => { setTimeout(changed); });
  form.addEventListener("submit", (event) => { event.preventDefault(); });
  addEventListener("popstate", fill);
  form.hidden = false;
  fill();
})();
