/* A browser may refuse to store anything, and then the very mention of localStorage is an error.
   Pages must work all the same, so a store that forgets when the page closes stands in. */
(() => {
  "use strict";
  const forgetful = () => {
    const kept = new Map();
    return {
      getItem: (key) => (kept.has(String(key)) ? kept.get(String(key)) : null),
      setItem: (key, value) => { kept.set(String(key), String(value)); },
      removeItem: (key) => { kept.delete(String(key)); },
      clear: () => { kept.clear(); },
      key: (position) => [...kept.keys()][position] ?? null,
      get length() { return kept.size; },
      forgetful: true,
    };
  };
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("");
    } catch {
      Object.defineProperty(window, name, { configurable: true, value: forgetful() });
    }
  }
})();

/* What the reader writes, kept in this browser under the handbook's own name. */
(() => {
  "use strict";
  const root = new URL("../../../", document.currentScript.src).pathname;
  const keyOf = (name) => `pledgebook:${root}:${name}`;
  window.pledgebookStore = {
    lasts: !localStorage.forgetful,
    read: (name, otherwise) => {
      try {
        return JSON.parse(localStorage.getItem(keyOf(name))) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    write: (name, value) => {
      try {
        localStorage.setItem(keyOf(name), JSON.stringify(value));
      } catch {
        window.pledgebookStore.lasts = false;
      }
    },
    wipe: (name) => { localStorage.removeItem(keyOf(name)); },
  };
})();
