/* A scenario asks before it tells: what decides it comes after the first answer. Each opened answer
   is a step in the browser's history, and on paper every consequence is shown. */
(() => {
  "use strict";
  const scenario = document.querySelector("[data-pb-scenario]");
  const options = [...document.querySelectorAll(".pb-option")];
  if (!scenario || !options.length) return;
  const after = scenario.querySelector("[data-pb-after]");
  const wait = scenario.querySelector("[data-pb-wait]");
  const opened = () => options.filter((option) => option.open).map((option) => option.id);

  const settle = () => {
    const answered = options.some((option) => option.open) || history.state?.pbAll === true;
    after.hidden = !answered;
    wait.hidden = answered;
  };

  const choose = (option) => {
    if (scenario.dataset.chosen) return;
    scenario.dataset.chosen = option.dataset.rating;
    const note = document.createElement("span");
    note.className = "pb-option__yours";
    note.textContent = "Your first answer";
    option.querySelector(".pb-option__rating").append(note);
    document.dispatchEvent(new CustomEvent("pb:answered", { detail: option.dataset.rating }));
  };

  const show = (ids, all) => {
    for (const option of options) option.open = ids.includes(option.id);
    after.hidden = !ids.length && !all;
    wait.hidden = !after.hidden;
  };

  for (const option of options) {
    option.querySelector("summary").addEventListener("click", () => {
      const opens = !option.open;
      const ids = opened().filter((id) => id !== option.id);
      if (opens) {
        choose(option);
        history.pushState({ pbOpen: [...ids, option.id] }, "", `#${option.id}`);
      } else {
        history.replaceState({ pbOpen: ids }, "", ids.length ? `#${ids.at(-1)}` : location.pathname + location.search);
      }
    });
    option.addEventListener("toggle", settle);
  }

  wait.querySelector("[data-pb-show-all]").addEventListener("click", () => {
    history.pushState({ pbOpen: options.map((option) => option.id), pbAll: true }, "");
    show(options.map((option) => option.id), true);
    options[0].querySelector("summary").focus();
  });

  addEventListener("popstate", (event) => {
    const named = options.filter((option) => `#${option.id}` === location.hash).map((option) => option.id);
    show(event.state?.pbOpen ?? named, event.state?.pbAll === true);
  });

  let before = null;
  addEventListener("beforeprint", () => {
    before = { ids: opened(), hidden: after.hidden };
    for (const option of options) option.open = true;
    after.hidden = false;
  });
  addEventListener("afterprint", () => {
    if (!before) return;
    show(before.ids, !before.hidden);
    before = null;
  });

  const named = options.filter((option) => `#${option.id}` === location.hash).map((option) => option.id);
  const isAfter = location.hash.length > 1 && after.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`) !== null;
  show(history.state?.pbOpen ?? named, isAfter || history.state?.pbAll === true);
  if (isAfter) document.getElementById(location.hash.slice(1)).scrollIntoView();

  /* The page's own contents list leads past the question; it may, and then everything shows. */
  addEventListener("hashchange", () => {
    const target = location.hash.length > 1 && after.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (target && after.hidden) {
      show(opened(), true);
      target.scrollIntoView();
    }
  });
})();
