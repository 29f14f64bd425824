/* What is on today: the same for everyone on the same day, without asking anybody. */
(() => {
  "use strict";
  const WEEK = 7;
  const numberOf = (date) => Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86400000);
  const dayAfter = (days) => {
    const now = new Date();
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  };
  const at = (list, number) => ((number % list.length) + list.length) % list.length;
  const sayDay = (date, options) => new Intl.DateTimeFormat(document.documentElement.lang || "en", options).format(date);

  const showPrinciple = () => {
    const items = [...document.querySelectorAll("[data-pb-today] li")];
    const today = at(items, numberOf(new Date()));
    if (items.length > 1) items.forEach((item, position) => { item.hidden = position !== today; });
  };

  /* Each time a principle comes round, its next scenario and its next question are due. */
  const pick = (day, number, rounds) => {
    for (const list of day.querySelectorAll("[data-pb-pick]")) {
      const items = [...list.children];
      const chosen = at(items, Math.floor(number / rounds));
      items.forEach((item, position) => { item.hidden = position !== chosen; });
    }
  };

  const showLineUp = (page) => {
    const days = [...page.querySelectorAll("[data-pb-days] > li")];
    if (!days.length) return;
    const number = numberOf(new Date());
    days.forEach((day, position) => {
      day.hidden = position !== at(days, number);
      if (!day.hidden) pick(day, number, days.length);
    });
    page.classList.add("pb-lineup--today");
    page.querySelector("[data-pb-date]").textContent = sayDay(new Date(), { weekday: "long", day: "numeric", month: "long" });
    page.querySelector("[data-pb-plain]").remove();
    showWeek(page, days, number);
    offerScreen(page);
  };

  const showWeek = (page, days, number) => {
    const list = page.querySelector("[data-pb-week-days]");
    for (let ahead = 1; ahead <= WEEK; ahead += 1) {
      const day = days[at(days, number + ahead)].cloneNode(true);
      pick(day, number + ahead, days.length);
      const row = document.createElement("li");
      const name = document.createElement("span");
      name.className = "pb-week__day";
      name.textContent = sayDay(dayAfter(ahead), { weekday: "long" });
      const words = document.createElement("span");
      const parts = [day.querySelector("h2 a"), day.querySelector("[data-pb-pick] li:not([hidden]) a")].filter(Boolean);
      parts.forEach((part) => { words.append(part); });
      row.append(name, words);
      list.append(row);
    }
    page.querySelector("[data-pb-week]").hidden = false;
  };

  const offerScreen = (page) => {
    const button = page.querySelector("[data-pb-fill]");
    const days = page.querySelector("[data-pb-days]");
    if (!days.requestFullscreen) return;
    button.hidden = false;
    button.addEventListener("click", () => { days.requestFullscreen(); });
  };

  const page = document.querySelector("[data-pb-lineup]");
  if (document.querySelector("[data-pb-today] li")) showPrinciple();
  if (page) showLineUp(page);
})();
