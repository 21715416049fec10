// What the page can do beyond being read: search, filter, order, and open what
// a link points to. It reads the page and adds no text of its own but counts.
"use strict";
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = (n, one, many) => n.toLocaleString("en-US") + " " + (n === 1 ? one : many);

  // Text of an element in lower case, read once.
  const texts = new WeakMap();
  const text = (el) => {
    if (!texts.has(el)) texts.set(el, el.textContent.replace(/<[^>]*>/g, " ").toLowerCase());
    return texts.get(el);
  };
  const matcher = (input) => {
    const parts = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    return (el) => parts.every((part) => text(el).includes(part));
  };
  const typed = (input, then) => {
    let timer;
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(then, 80); });
    input.form.addEventListener("submit", (e) => e.preventDefault());
  };

  // Findings: by severity and by words.
  const findings = $("#findings-filter");
  if (findings) {
    findings.hidden = false;
    const input = $("input", findings), cards = $$(".rule");
    const show = () => {
      const chosen = $$("button[aria-pressed=true]", findings).map((b) => b.value);
      const fits = matcher(input);
      let shown = 0;
      for (const card of cards) {
        card.hidden = !(chosen.length === 0 || chosen.includes(card.dataset.severity)) || !fits(card);
        if (!card.hidden) shown++;
      }
      $("output", findings).value = words(shown, "rule", "rules") + " of " + cards.length.toLocaleString("en-US");
    };
    typed(input, show);
    for (const button of $$("button", findings)) {
      button.addEventListener("click", () => {
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        show();
      });
    }
  }

  // Resources: search, order, and rows that unfold where they are clicked.
  const table = $("#resource-table");
  if (table) {
    const form = $("#resources-filter"), input = $("input", form), rows = $$(":scope > tbody", table);
    form.hidden = false;
    typed(input, () => {
      const fits = matcher(input);
      let shown = 0;
      for (const row of rows) if (!(row.hidden = !fits(row))) shown++;
      $("output", form).value = words(shown, "resource", "resources") + " of " + rows.length.toLocaleString("en-US");
    });

    const value = (row, key) => key === "name" ? $(".addr", row).textContent : parseFloat(row.dataset[key]);
    const order = (head) => {
      const key = head.dataset.sort;
      const down = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") !== "descending" : key !== "name";
      for (const other of $$("th[aria-sort]", table)) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = rows.map((row, i) => [value(row, key), i, row]);
      // What is not known comes last whichever way the others run.
      const last = (v) => Number.isNaN(v);
      keyed.sort(([a, i], [b, j]) => {
        if (last(a) || last(b)) return last(a) - last(b) || i - j;
        const by = key === "name" ? (a < b ? -1 : a > b ? 1 : 0) : a - b;
        return (down ? -by : by) || i - j;
      });
      table.append(...keyed.map(([, , row]) => row));
    };
    for (const head of $$("th[data-sort]", table)) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => order(head));
    }
    // What a row unfolds is text of this file until then, to open it quickly.
    table.addEventListener("toggle", (e) => {
      const folded = $("noscript", e.target);
      if (!e.target.open || !folded) return;
      const made = document.createElement("template");
      made.innerHTML = folded.textContent;
      folded.replaceWith(made.content);
    }, true);
    table.addEventListener("click", (e) => {
      const row = e.target.closest("tbody");
      if (!row || e.target.closest("a, summary, .inner") || String(getSelection())) return;
      const details = $("details", row);
      details.open = !details.open;
    });
  }

  // A link into a fold opens it.
  const reach = () => {
    const at = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!at) return;
    at.hidden = false;
    const fold = at.matches("details") ? at : at.matches("tbody") && $("details", at);
    if (fold) fold.open = true;
    at.scrollIntoView();
  };
  addEventListener("hashchange", reach);
  reach();

  // Paper has no folds: open those of the findings, and close them again.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = $$(".rule:not([open]), .fold:not([open])");
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => { for (const fold of opened) fold.open = false; });
})();
