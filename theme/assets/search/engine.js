/* The search engine: finds items by the words people use. Runs as a worker, or in the page.

   It speaks the language of the theme's own worker: {type: 0} hands it the index, {type: 2} a
   query; it answers {type: 1} and {type: 3}. Titles and texts arrive as HTML and leave as HTML. */
(() => {
  "use strict";

  const WEIGHTS = { title: 3, tags: 2.2, text: 1 };
  const SYNONYM = 0.55;
  const GUESS = 0.5;
  const PREFIX = 0.8;
  const LIMIT = 24;
  const TEASER = 150;
  const STOP = new Set((
    "a about again all also am an and any are as at be been but by can could did do does doing done for from get gets "
    + "got had has have having he her here hers him his how i if in into is it its itself ive im just me "
    + "my no not of on or our ours out over own she should so some such than that thats the their them "
    + "then there theres these they this those to too up us very was we were what when where which who "
    + "whom why will with wont would you your yours dont doesnt didnt isnt wasnt cant cannot"
  ).split(" "));

  /* ---- words ---- */

  const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#x27;": "'", "&#39;": "'" };
  const toPlain = (html) => html.replace(/<[^>]*>/g, " ").replace(/&(?:amp|lt|gt|quot|#x27|#39);/g, (e) => ENTITIES[e]);
  const toHtml = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

  const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
  const fold = (word) => word.toLowerCase().normalize("NFKD").replace(/['’\p{M}]/gu, "");

  let stems = new Map();
  let isEnglish = true;
  const stem = (word) => {
    let found = stems.get(word);
    if (found === undefined) {
      found = isEnglish ? stemEnglish(word) : word;
      stems.set(word, found);
    }
    return found;
  };

  /* Endings that seldom change what somebody is looking for. */
  const stemEnglish = (word) => {
    if (word.length < 4) return word;
    let base = word.replace(/ies$/, "y").replace(/(ss|sh|ch|x)es$/, "$1").replace(/([^suio])s$/, "$1").replace(/(o)s$/, "$1");
    base = base.replace(/(?<=[a-z]{3})ly$/, "").replace(/(?<=[a-z]{3})our$/, "or").replace(/iz(e|ed|ing)$/, "is$1");
    const cut = base.replace(/(?<=[a-z]*[aeiouy][a-z]*[a-z])(ing|ed)$/, "");
    if (cut !== base && cut.length > 2) base = cut.replace(/([b-df-hj-km-np-rtv-z])\1$/, "$1");
    return base.length > 3 ? base.replace(/e$/, "") : base;
  };

  const read = (text) => [...text.matchAll(WORD)].map((found) => ({ word: fold(found[0]), at: found.index, length: found[0].length }));
  const stemsOf = (text) => read(text).map((token) => stem(token.word));

  /* ---- the index ---- */

  let docs = [];
  let postings = new Map();
  let vocabulary = [];
  let synonyms = [];

  const setUp = ({ config, docs: given }) => {
    stems = new Map();
    postings = new Map();
    isEnglish = (config.lang || ["en"]).includes("en");
    docs = given.map((doc, number) => addDocument(doc, number));
    vocabulary = [...postings.keys()].sort();
    synonyms = (config.synonyms || []).map((group) => group.map(stemsOf).filter((phrase) => phrase.length));
  };

  const addDocument = (given, number) => {
    const doc = {
      location: given.location, title: toPlain(given.title), text: toPlain(given.text || "").replace(/\s+/g, " ").trim(),
      kind: toPlain(given.kind || "Page"), boost: given.boost || 1, phrases: [],
    };
    const tags = (given.tags || []).map(toPlain);
    for (const words of [doc.title, ...tags]) doc.phrases.push(stemsOf(words));
    const counts = new Map();
    const count = (list, field) => {
      for (const term of list) {
        const seen = counts.get(term) || { title: 0, tags: 0, text: 0 };
        seen[field] += 1;
        counts.set(term, seen);
      }
    };
    count(doc.phrases[0], "title");
    for (const phrase of doc.phrases.slice(1)) count(phrase, "tags");
    count(stemsOf(doc.text), "text");
    for (const [term, seen] of counts) {
      if (!postings.has(term)) postings.set(term, new Map());
      postings.get(term).set(number, seen);
    }
    return doc;
  };

  const rarity = (term) => {
    const there = postings.get(term)?.size || 0;
    return Math.log(1 + (docs.length - there + 0.5) / (there + 0.5));
  };

  const saturate = (count) => (count * 2) / (count + 1);

  /* ---- the query ---- */

  /* A query is a list of ideas; each idea is the words that would satisfy it, with their worth. */
  const understand = (text) => {
    const tokens = read(text);
    const telling = tokens.filter((token) => !STOP.has(token.word));
    const used = telling.length ? telling : tokens;
    const isOpen = /[\p{L}\p{N}]$/u.test(text);
    const sequence = tokens.map((token) => stem(token.word));
    return used.map((token) => {
      const words = new Map([[stem(token.word), 1]]);
      const phrases = [];
      const isLast = token === tokens[tokens.length - 1];
      if (isOpen && isLast && token.word.length > 1) addPrefixes(words, token.word);
      addSynonyms(words, phrases, stem(token.word), sequence);
      if (known(words) < 2) addGuesses(words, stem(token.word));
      return { words, phrases, worth: ideaWorth(words) };
    });
  };

  const known = (words) => [...words.keys()].reduce((most, term) => Math.max(most, postings.get(term)?.size || 0), 0);

  const ideaWorth = (words) => {
    const there = [...words.keys()].find((term) => postings.has(term));
    return there ? Math.max(0.3, rarity(there)) : 1;
  };

  const add = (words, term, worth) => { if ((words.get(term) || 0) < worth) words.set(term, worth); };

  const addPrefixes = (words, start) => {
    let low = 0;
    let high = vocabulary.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (vocabulary[middle] < start) low = middle + 1; else high = middle;
    }
    for (let n = low; n < vocabulary.length && n < low + 40 && vocabulary[n].startsWith(start); n += 1) {
      add(words, vocabulary[n], PREFIX * Math.sqrt(start.length / vocabulary[n].length));
    }
  };

  const contains = (sequence, phrase) => {
    for (let from = 0; from + phrase.length <= sequence.length; from += 1) {
      if (phrase.every((term, n) => sequence[from + n] === term)) return true;
    }
    return false;
  };

  const addSynonyms = (words, phrases, term, sequence) => {
    for (const group of synonyms) {
      const said = group.filter((phrase) => phrase.includes(term) && contains(sequence, phrase));
      if (!said.length) continue;
      for (const phrase of group) {
        if (phrase.length === 1) add(words, phrase[0], SYNONYM);
        else phrases.push(phrase);
      }
    }
  };

  /* For a word nobody has written: those one slip of the finger away, two in a long one. */
  const addGuesses = (words, term) => {
    if (term.length < 4) return;
    const most = term.length > 7 ? 2 : 1;
    for (const other of vocabulary) {
      if (Math.abs(other.length - term.length) <= most && other[0] === term[0] && distance(other, term, most) <= most) {
        add(words, other, GUESS);
      }
    }
  };

  const distance = (one, other, most) => {
    let before = Array.from({ length: other.length + 1 }, (_, n) => n);
    let older = before;
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      older = before;
      before = row;
    }
    return before[other.length];
  };

  /* ---- ranking ---- */

  const rank = (text) => {
    const ideas = understand(text);
    if (!ideas.length) return [];
    const found = new Map();
    ideas.forEach((idea, position) => {
      for (const [number, score] of scoreIdea(idea)) {
        const entry = found.get(number) || { number, scores: new Array(ideas.length).fill(0) };
        entry.scores[position] = score;
        found.set(number, entry);
      }
    });
    const total = ideas.reduce((sum, idea) => sum + idea.worth, 0);
    for (const entry of found.values()) entry.score = weigh(entry, ideas, total);
    return [...found.values()].sort((one, other) => other.score - one.score || one.number - other.number)
      .slice(0, LIMIT).map((entry) => ({ ...entry, ideas }));
  };

  const scoreIdea = (idea) => {
    const best = new Map();
    for (const [term, worth] of idea.words) {
      const seen = postings.get(term);
      if (!seen) continue;
      for (const [number, counts] of seen) {
        let strength = 0;
        for (const field of ["title", "tags", "text"]) strength += WEIGHTS[field] * saturate(counts[field]);
        best.set(number, Math.max(best.get(number) || 0, worth * rarity(term) * strength));
      }
    }
    for (const phrase of idea.phrases) {
      docs.forEach((doc, number) => {
        const field = doc.phrases.findIndex((words) => contains(words, phrase));
        if (field < 0) return;
        const strength = idea.worth * SYNONYM * (field === 0 ? WEIGHTS.title : WEIGHTS.tags);
        best.set(number, Math.max(best.get(number) || 0, strength));
      });
    }
    return best;
  };

  const weigh = (entry, ideas, total) => {
    const doc = docs[entry.number];
    const matched = ideas.reduce((sum, idea, n) => sum + (entry.scores[n] ? idea.worth : 0), 0) / total;
    const sum = entry.scores.reduce((all, score) => all + score, 0);
    let closest = 0;
    for (const phrase of doc.phrases) closest = Math.max(closest, compare(phrase, ideas, total));
    return (sum * matched ** 1.5 + 12 * closest) * doc.boost;
  };

  /* How near a title or search term comes to the query as a whole, from 0 to about the query's worth. */
  const compare = (phrase, ideas, total) => {
    let worth = 0;
    let hits = 0;
    for (const idea of ideas) {
      let best = 0;
      for (const term of phrase) best = Math.max(best, idea.words.get(term) || 0);
      if (idea.phrases.some((words) => contains(phrase, words))) best = Math.max(best, SYNONYM);
      if (best) { worth += best * idea.worth; hits += 1; }
    }
    const telling = phrase.filter((term) => !STOP.has(term)).length || phrase.length;
    return worth * (worth / total) * Math.min(1, hits / telling) ** 0.5;
  };

  /* ---- results ---- */

  const mark = (text, isHit) => {
    let html = "";
    let from = 0;
    for (const token of read(text)) {
      if (!isHit(token.word)) continue;
      html += `${toHtml(text.slice(from, token.at))}<mark>${toHtml(text.slice(token.at, token.at + token.length))}</mark>`;
      from = token.at + token.length;
    }
    return html + toHtml(text.slice(from));
  };

  /* The stretch of the text with the most of the words looked for. */
  const quote = (text, isHit) => {
    if (text.length <= TEASER) return text;
    const hits = read(text).filter((token) => isHit(token.word));
    let start = 0;
    let most = 0;
    for (const hit of hits) {
      const there = hits.filter((other) => other.at >= hit.at && other.at < hit.at + TEASER - 30).length;
      if (there > most) { most = there; start = hit.at; }
    }
    start = Math.max(0, start - 30);
    if (start) start = text.indexOf(" ", start) + 1;
    const end = text.lastIndexOf(" ", start + TEASER);
    return `${start ? "… " : ""}${text.slice(start, end > start ? end : undefined)} …`;
  };

  const show = (entry) => {
    const doc = docs[entry.number];
    const isHit = (word) => entry.ideas.some((idea) => (idea.words.get(stem(word)) || 0) > 0.5);
    const kind = `<span class="pb-result__kind">${toHtml(doc.kind)}</span> `;
    /* An item begins with what it is about; a page of prose is shown where it speaks of it. */
    const text = mark(doc.kind === "Page" ? quote(doc.text, isHit) : quote(doc.text, () => false), isHit);
    /* The theme shows no text below a place within a page, so there it goes with the title. */
    const isPlace = doc.location.includes("#");
    const title = `${kind}${mark(doc.title, isHit)}${isPlace ? `<span class="pb-result__text">${text}</span>` : ""}`;
    return [{ location: doc.location, title, text: `<p class="pb-result__text">${text}</p>`, score: entry.score, terms: {} }];
  };

  const answer = (message) => {
    if (message.type === 0) {
      setUp(message.data);
      return { type: 1 };
    }
    return { type: 3, data: { items: rank(message.data).map(show) } };
  };

  if (typeof document === "undefined") self.addEventListener("message", (event) => { self.postMessage(answer(event.data)); });
  else window.pledgebookSearch = answer;
})();
