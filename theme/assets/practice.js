/* A run through a set of scenarios. The set and how it goes stand in the address and nowhere else:
   ?practice=first,second,third&so=bf (best, fair, poor, s for skipped). */
(() => {
  "use strict";
  const LETTERS = { best: "b", fair: "f", poor: "p" };
  const WORDS = { b: "Served best", f: "Served fairly", p: "Served poorly", s: "Skipped" };
  const RATINGS = { b: "best", f: "fair", p: "poor", s: "skipped" };
  const ask = new URLSearchParams(location.search);
  const ids = (ask.get("practice") || "").split(",").filter((id) => /^[a-z0-9-]+$/.test(id));
  const so = (ask.get("so") || "").replace(/[^bfps]/g, "");
  const queryOf = (letters) => `?practice=${ids.join(",")}${letters ? `&so=${letters}` : ""}`;

  const runAlong = (scenario) => {
    const bar = document.querySelector("[data-pb-run]");
    const place = ids.indexOf(scenario.dataset.pbScenario);
    if (!bar || place < 0) return;
    const next = bar.querySelector("[data-pb-run-next]");
    const isLast = place === ids.length - 1;
    const lead = (letter) => {
      const letters = so.slice(0, place).padEnd(place, "s") + letter;
      const page = location.pathname;
      const here = page.lastIndexOf(ids[place]);
      const path = page.slice(0, here) + ids[place + 1] + page.slice(here + ids[place].length);
      next.href = isLast ? bar.dataset.end + queryOf(letters) : path + queryOf(letters);
      next.textContent = letter === "s" ? (isLast ? "Skip to the end" : "Skip this one") : isLast ? "See how it went" : "Next one";
      next.classList.toggle("pb-button--quiet", letter === "s");
    };
    bar.querySelector("[data-pb-run-place]").textContent = `${place + 1} of ${ids.length}`;
    lead("s");
    document.addEventListener("pb:answered", (event) => { lead(LETTERS[event.detail] || "s"); });
    document.body.classList.add("pb-running");
    bar.hidden = false;
  };

  const sumUp = (page) => {
    const score = page.querySelector("[data-pb-score]");
    if (!score || !ids.length) return;
    const rows = score.querySelector("[data-pb-rows]");
    const known = new Map([...page.querySelectorAll("[data-pb-all] [data-id]")].map((row) => [row.dataset.id, row]));
    let best = 0;
    ids.forEach((id, place) => {
      const source = known.get(id);
      if (!source) return;
      const letter = so[place] || "s";
      best += letter === "b" ? 1 : 0;
      const row = source.cloneNode(true);
      const meta = document.createElement("span");
      meta.className = `pb-row__meta pb-verdict pb-verdict--${RATINGS[letter]}`;
      meta.textContent = WORDS[letter];
      row.querySelector("a").append(meta);
      rows.append(row);
    });
    if (!rows.children.length) return;
    const count = rows.children.length;
    score.querySelector("[data-pb-sum]").textContent = best === count
      ? `You chose what serves best ${count === 1 ? "here" : `in all ${count}`}.`
      : `You chose what serves best in ${best} of ${count}. Look again at the others: what did the answer you took cost, and whom?`;
    const first = known.get(ids[0]);
    if (first) score.querySelector("[data-pb-again]").href = first.querySelector("a").href + queryOf("");
    score.hidden = false;
    score.querySelector("h2").tabIndex = -1;
    score.querySelector("h2").focus();
  };

  const scenario = document.querySelector("[data-pb-scenario]");
  const page = document.querySelector("[data-pb-practice]");
  if (scenario && ids.length) runAlong(scenario);
  if (page && so) sumUp(page);
})();
