/* A session on the whole screen: one step at a time, with a clock for the step and for the session.
   The trainer's notes are not shown. */
(() => {
  "use strict";
  const start = document.querySelector("[data-pb-present-start]");
  const sheet = document.querySelector("[data-pb-runsheet]");
  if (!start || !sheet || !window.HTMLDialogElement) return;
  const steps = [...sheet.children].map((item) => ({
    seconds: Number(item.dataset.minutes) * 60,
    activity: item.querySelector("[data-pb-activity]"),
    link: item.querySelector(".pb-runsheet__item a"),
  }));
  let place = 0;
  let left = 0;
  let spent = 0;
  let ticking = null;

  const make = (tag, className, text = "") => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.textContent = text;
    return element;
  };
  const button = (text, act) => {
    const element = make("button", "pb-quiet", text);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  };

  const dialog = make("dialog", "pb-stage-screen md-typeset");
  dialog.setAttribute("aria-label", sheet.dataset.title);
  const title = make("p", "pb-kicker", sheet.dataset.title);
  const clock = make("p", "pb-clock");
  clock.setAttribute("role", "timer");
  const words = make("div", "pb-stage-screen__words");
  const where = make("p", "pb-stage-screen__where");
  where.setAttribute("role", "status");
  const pause = button("Start the clock", () => { run(!ticking); });
  const controls = make("div", "pb-stage-screen__controls");
  controls.append(button("Back", () => { go(place - 1); }), pause, button("Next", () => { go(place + 1); }), button("Close", () => { dialog.close(); }));
  dialog.append(title, clock, words, where, controls);
  document.body.append(dialog);

  const say = (seconds) => {
    const size = Math.abs(seconds);
    return `${seconds < 0 ? "+" : ""}${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
  };
  const showClock = () => {
    clock.textContent = say(left);
    clock.classList.toggle("pb-clock--over", left < 0);
    const total = steps.reduce((sum, step) => sum + step.seconds, 0);
    where.textContent = `Step ${place + 1} of ${steps.length} · ${Math.floor(spent / 60)} of ${total / 60} minutes gone`;
  };
  const run = (on) => {
    clearInterval(ticking);
    ticking = null;
    if (on) {
      let last = Date.now();
      ticking = setInterval(() => {
        const passed = Math.floor((Date.now() - last) / 1000);
        if (!passed) return;
        last += passed * 1000;
        left -= passed;
        spent += passed;
        showClock();
      }, 250);
    }
    pause.textContent = on ? "Pause" : "Start the clock";
  };
  const go = (to) => {
    if (to < 0 || to >= steps.length) return;
    place = to;
    left = steps[place].seconds;
    words.replaceChildren(...[...steps[place].activity.cloneNode(true).childNodes]);
    if (steps[place].link) {
      const link = make("p", "pb-stage-screen__item", steps[place].link.textContent);
      words.append(link);
    }
    showClock();
  };

  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" || event.key === "PageDown") go(place + 1);
    else if (event.key === "ArrowLeft" || event.key === "PageUp") go(place - 1);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("close", () => {
    run(false);
    if (document.fullscreenElement) document.exitFullscreen();
    start.querySelector("button").focus();
  });
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && dialog.open) dialog.close();
  });
  start.querySelector("button").addEventListener("click", () => {
    spent = 0;
    go(0);
    dialog.showModal();
    dialog.requestFullscreen?.().catch(() => {});
    run(true);
  });
  start.hidden = false;
})();
