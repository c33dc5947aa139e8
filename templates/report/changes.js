
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const entries = all("article");
  const boxes = all('input[name="severity"]');
  const [api, route, words, count] = ["api", "route", "words", "count"].map(find);
  const routes = all("#routes option").map((option) => option.value.toLowerCase());
  const texts = new Map();

  // The lines around a change in its description are not about it.
  const text = (entry) => {
    if (!texts.has(entry)) {
      const copy = entry.cloneNode(true);
      all(".excerpts", copy).forEach((each) => each.remove());
      texts.set(entry, copy.textContent.toLowerCase());
    }
    return texts.get(entry);
  };

  const filter = () => {
    const sections = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const part = route.value.trim().toLowerCase();
    const exact = routes.indexOf(part);
    const reached = new Set();
    routes.forEach((each, at) => {
      if (exact < 0 ? each.includes(part) : at === exact) reached.add(String(at));
    });
    let shown = 0;
    for (const entry of entries) {
      const { section, api: name, routes: own } = entry.dataset;
      const fits =
        sections.has(section) &&
        (!api?.value || api.value === name) &&
        (!part || own.split(" ").some((at) => reached.has(at))) &&
        wanted.every((word) => text(entry).includes(word));
      entry.hidden = !fits;
      shown += fits;
    }
    for (const section of all("section.changes")) {
      const some = all("article:not([hidden])", section).length > 0;
      section.hidden = !some;
      const folded = section.querySelector("details.section");
      if (folded && some && (part || wanted.length)) folded.open = true;
    }
    count.textContent = `${shown} of ${entries.length} entries are shown`;
  };

  const clear = () => {
    boxes.forEach((box) => (box.checked = true));
    for (const field of [api, route, words]) if (field) field.value = "";
    filter();
  };

  const go = () => {
    const entry = find(location.hash.slice(1));
    if (entry?.tagName !== "ARTICLE") return;
    if (entry.hidden) clear();
    const around = entry.closest("details");
    if (around) around.open = true;
    entry.querySelector("details").open = true;
    entry.scrollIntoView();
    entry.focus({ preventScroll: true });
  };

  const copy = async (lines, blocks) => {
    try {
      await navigator.clipboard.writeText(lines);
      count.textContent = "copied";
    } catch {
      const selection = getSelection();
      selection.removeAllRanges();
      const range = document.createRange();
      range.selectNodeContents(blocks[0]);
      selection.addRange(range);
      count.textContent = "this browser does not let pages copy: the first lines are selected";
    }
  };

  let before = [];
  const unfold = () => {
    before = all("details").map((each) => [each, each.open]);
    before.forEach(([each]) => (each.open = true));
  };
  const restore = () => before.forEach(([each, open]) => (each.open = open));

  if (count) {
    all(".script").forEach((each) => (each.hidden = false));
    boxes.forEach((box) => box.addEventListener("change", filter));
    for (const field of [api, route, words]) field?.addEventListener("input", filter);
    find("unfold").addEventListener("click", () => all("details").forEach((each) => (each.open = true)));
    find("fold").addEventListener("click", () => all("details").forEach((each) => (each.open = false)));
    find("clear").addEventListener("click", clear);
    find("copy").addEventListener("click", () => {
      const blocks = all("article:not([hidden]) .accept pre");
      if (blocks.length) copy(blocks.map((each) => `${each.textContent}\n`).join("\n"), blocks);
      else count.textContent = "nothing that is shown has to be accepted";
    });
    for (const button of all("[data-copy]")) {
      const block = find(button.dataset.copy);
      button.addEventListener("click", () => copy(`${block.textContent}\n`, [block]));
    }
    addEventListener("hashchange", go);
    addEventListener("beforeprint", unfold);
    addEventListener("afterprint", restore);
    filter();
    go();
  }
})();
