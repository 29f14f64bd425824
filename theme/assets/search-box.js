/* The search box in the middle of the home page hands what is typed to the site's search. */
(() => {
  "use strict";
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
})();
