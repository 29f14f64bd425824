/* The search engine of the handbook in place of the theme's, and a site that works when its pages
   are opened from a folder, without a server. Runs before the theme's own script. */
(() => {
  "use strict";
  const engine = new URL("../search/engine.js", document.currentScript.src).href;
  const inFolder = location.protocol === "file:";
  const ServerWorker = window.Worker;

  /* A browser starts no worker from a folder, so there the engine runs in the page. */
  class FolderWorker extends EventTarget {
    constructor(address) {
      super();
      this.ready = new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = address;
        script.addEventListener("load", resolve);
        document.head.append(script);
      });
    }

    postMessage(message) {
      this.ready.then(() => {
        const answer = window.pledgebookSearch(message);
        this.dispatchEvent(new MessageEvent("message", { data: answer }));
      });
    }

    terminate() {}
  }

  window.Worker = new Proxy(ServerWorker, {
    construct(target, [address, options]) {
      const isSearch = /\/workers\/search\.[^/]*js$/.test(String(address).split("?")[0]);
      if (!isSearch) return new target(address, options);
      return inFolder ? new FolderWorker(engine) : new target(engine, options);
    },
  });

  /* Without a server nobody turns "a/" into "a/index.html". */
  const complete = (address) => {
    const url = new URL(address, location.href);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };
  if (inFolder) {
    addEventListener("click", (event) => {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (link) link.href = complete(link.href);
    }, true);
    addEventListener("submit", (event) => { event.target.action = complete(event.target.action); }, true);
  }
})();
