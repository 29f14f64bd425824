/* Small comforts. Every page is whole without this file. */
(() => {
  "use strict";

  /* Today's principle: the same for everyone on the same day. */
  const showToday = () => {
    const items = document.querySelectorAll("[data-pb-today] li");
    if (items.length < 2) return;
    const now = new Date();
    const day = Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000);
    items.forEach((item, position) => { item.hidden = position !== day % items.length; });
  };

  /* The search box in the middle of the home page hands what is typed to the site's search. */
  const joinSearch = () => {
    const form = document.querySelector("[data-pb-find]");
    const toggle = document.querySelector("[data-md-toggle='search']");
    const query = document.querySelector("[data-md-component='search-query']");
    if (!form || !toggle || !query) return;
    const input = form.querySelector("input");
    const hand = () => {
      if (!toggle.checked) toggle.click();
      query.value = input.value;
      query.focus();
      query.dispatchEvent(new Event("input", { bubbles: true }));
      query.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
      input.value = "";
    };
    input.addEventListener("input", () => { if (input.value.trim()) hand(); });
    form.addEventListener("submit", (event) => { event.preventDefault(); hand(); });
  };

  /* On paper every consequence is shown. */
  const openForPrint = () => {
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll(".pb-option:not([open])")];
      opened.forEach((option) => { option.open = true; });
    });
    addEventListener("afterprint", () => { opened.forEach((option) => { option.open = false; }); });
  };

  showToday();
  joinSearch();
  openForPrint();
})();
