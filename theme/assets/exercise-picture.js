/* The picture of a scored sheet: each statement a line, each column a mark on it. */
(() => {
  "use strict";
  const place = document.querySelector("[data-pb-picture]");
  if (!place) return;
  const SPACE = "http://www.w3.org/2000/svg";
  const LINE = 17;
  const WIDE = { width: 760, left: 370, right: 726, letters: 52, stacked: false };
  /* On a phone the statement stands above its line. */
  const NARROW = { width: 380, left: 24, right: 356, letters: 50, stacked: true };
  const PAPER = { ink: "#1c2422", soft: "#56605c", line: "#d5d1c6", paper: "#ffffff", marks: ["#1f5f5b", "#9c4a14", "#4b3f8f", "#7a2f5d", "#22623a", "#56605c"] };
  let last = null;

  const screen = () => {
    const style = getComputedStyle(document.body);
    const read = (name) => style.getPropertyValue(name).trim();
    const isDark = document.body.dataset.mdColorScheme === "slate";
    const marks = isDark ? ["#7cc4bd", "#eeb07a", "#b9b0f2", "#e6a3cb", "#7fcb96", "#a9b1ae"] : PAPER.marks;
    return { ink: read("--pb-ink"), soft: read("--pb-ink-soft"), line: read("--pb-line"), paper: "none", marks };
  };

  const make = (tag, attributes, text) => {
    const element = document.createElementNS(SPACE, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text !== undefined) element.textContent = text;
    return element;
  };

  const wrap = (text, letters) => {
    const lines = [""];
    for (const word of text.split(/\s+/)) {
      const line = `${lines.at(-1)} ${word}`.trim();
      if (line.length > letters && lines.at(-1)) lines.push(word);
      else lines[lines.length - 1] = line;
    }
    return lines;
  };

  /* Columns differ by shape as well as by colour. */
  const SHAPES = [
    (x, y) => ["circle", { cx: x, cy: y, r: 6 }],
    (x, y) => ["rect", { x: x - 5.5, y: y - 5.5, width: 11, height: 11 }],
    (x, y) => ["path", { d: `M${x} ${y - 7.5}L${x + 7} ${y + 5}H${x - 7}Z` }],
    (x, y) => ["path", { d: `M${x} ${y - 7.5}L${x + 7.5} ${y}L${x} ${y + 7.5}L${x - 7.5} ${y}Z` }],
  ];
  const makeMark = (column, x, y, colours) => {
    const [tag, attributes] = SHAPES[column % SHAPES.length](x, y);
    return make(tag, { ...attributes, fill: colours.marks[column % colours.marks.length] });
  };

  const meanOf = (values) => (values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null);
  const scoresOf = ({ rows, columns }) => {
    const lines = rows.map((row) => ({ statement: row.statement, scores: row.values.map((value) => Number(value) || null) }));
    const means = columns.map((_, n) => meanOf(lines.map((line) => line.scores[n]).filter((score) => score !== null)));
    return { lines, means };
  };

  const draw = ({ columns, scale, title }, { lines, means }, colours, layout) => {
    const text = (x, y, words, more = {}) => make("text", { x, y, fill: colours.ink, "font-size": 13, ...more }, words);
    const at = (score) => layout.left + ((score - 1) / (scale.length - 1)) * (layout.right - layout.left);
    const svg = make("svg", { xmlns: SPACE, role: "img", "font-family": "Commissioner, system-ui, sans-serif" });
    let y = 30;
    svg.append(text(12, y, title, { "font-size": 19, "font-weight": 600, "font-family": "Literata, Georgia, serif" }));
    y += 30;
    let x = 18;
    columns.forEach((column, n) => {
      const words = means[n] === null ? column : `${column} ${means[n].toFixed(1)}`;
      if (x > 18 && x + 20 + words.length * 7 > layout.width) {
        x = 18;
        y += 22;
      }
      svg.append(makeMark(n, x, y - 4, colours), text(x + 13, y, words));
      x += 42 + words.length * 7;
    });
    y += 34;
    scale.forEach((point, n) => {
      svg.append(text(at(n + 1), y, String(n + 1), { "text-anchor": "middle", fill: colours.soft, "font-size": 12 }));
    });
    const anchors = [[0, "start", layout.left - 6], [scale.length - 1, "end", layout.right + 6]];
    for (const [n, anchor, where] of anchors) svg.append(text(where, y - 16, scale[n], { "text-anchor": anchor, fill: colours.soft, "font-size": 11 }));
    const top = y + 8;
    y += 30;
    for (const line of lines) {
      const words = wrap(line.statement, layout.letters);
      const middle = layout.stacked ? y + words.length * LINE + 2 : y + ((words.length - 1) * LINE) / 2 - 4;
      words.forEach((part, n) => { svg.append(text(12, y + n * LINE, part)); });
      const given = line.scores.filter((score) => score !== null);
      if (given.length > 1) {
        svg.append(make("line", { x1: at(Math.min(...given)), x2: at(Math.max(...given)), y1: middle, y2: middle, stroke: colours.soft, "stroke-width": 1.5 }));
      }
      const seen = new Map();
      line.scores.forEach((score, n) => {
        if (score === null) return;
        const same = seen.get(score) || 0;
        seen.set(score, same + 1);
        svg.append(makeMark(n, at(score) + same * 8, middle, colours));
      });
      y += words.length * LINE + (layout.stacked ? 42 : 16);
    }
    const height = y;
    for (let n = scale.length; n > 0; n -= 1) svg.prepend(make("line", { x1: at(n), x2: at(n), y1: top, y2: height - 14, stroke: colours.line, "stroke-width": 1 }));
    if (colours.paper !== "none") svg.prepend(make("rect", { width: layout.width, height, fill: colours.paper }));
    svg.setAttribute("viewBox", `0 0 ${layout.width} ${height}`);
    return svg;
  };

  const sayGap = (lines) => {
    let widest = null;
    for (const line of lines) {
      const given = line.scores.filter((score) => score !== null);
      const gap = given.length > 1 ? Math.max(...given) - Math.min(...given) : 0;
      if (gap > 0 && (!widest || gap > widest.gap)) widest = { gap, statement: line.statement };
    }
    return widest ? `Furthest apart: “${widest.statement}”` : "";
  };

  const save = () => {
    const svg = draw(last.sheet, last.scored, PAPER, WIDE);
    svg.setAttribute("width", WIDE.width);
    const blob = new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${document.querySelector("[data-pb-sheet]").dataset.pbSheet}.svg`;
    link.click();
    setTimeout(() => { URL.revokeObjectURL(link.href); }, 1000);
  };

  const show = () => {
    const { sheet, scored } = last;
    const svg = draw(sheet, scored, screen(), document.body.clientWidth < 600 ? NARROW : WIDE);
    const gap = sayGap(scored.lines);
    const means = sheet.columns.map((column, n) => (scored.means[n] === null ? "" : `${column} ${scored.means[n].toFixed(1)}`)).filter(Boolean);
    svg.setAttribute("aria-label", `${sheet.title}, averages out of ${sheet.scale.length}: ${means.join(", ")}. ${gap}`);
    const words = document.createElement("p");
    words.className = "pb-hint";
    words.textContent = gap;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pb-quiet";
    button.textContent = "Save the picture";
    button.addEventListener("click", save);
    place.replaceChildren(svg, words, button);
    place.hidden = false;
  };

  document.addEventListener("pb:sheet", ({ detail: sheet }) => {
    if (sheet.scale.length < 2) return;
    const scored = scoresOf(sheet);
    last = { sheet, scored };
    if (scored.means.every((mean) => mean === null)) place.hidden = true;
    else show();
  });
  new MutationObserver(() => { if (last && !place.hidden) show(); }).observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
})();
