"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const items = Array.from(document.querySelectorAll(".item"));
  const words = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
  const tools = byId("tools");
  const help = byId("help");
  const controls = { text: byId("search"), source: byId("filter-source"), kind: byId("filter-kind"), count: byId("filter-count") };
  let current = -1;

  function fits(item) {
    const { source, kind, count } = controls;
    if (source.value && !item.dataset.sources.split(" ").includes(source.value)) return false;
    if (kind.value && item.dataset.kind !== kind.value) return false;
    if (count.value && Number(item.dataset.count) < Number(count.value)) return false;
    return controls.text.value.toLowerCase().split(/\s+/).every((word) => words.get(item).includes(word));
  }

  function filter() {
    let shown = 0;
    for (const item of items) {
      item.hidden = !fits(item);
      shown += item.hidden ? 0 : 1;
    }
    byId("shown").textContent = shown === items.length ? "" : `${shown} of ${items.length} rows`;
    current = -1;
  }

  function step(by) {
    const visible = items.filter((item) => !item.hidden);
    if (!visible.length) return;
    current = Math.min(Math.max(current + by, 0), visible.length - 1);
    const item = visible[current];
    const target = item.tagName === "DETAILS" ? item.querySelector("summary") : item;
    target.focus();
    item.scrollIntoView({ block: "nearest" });
  }

  function reveal() {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
    }
    if (target.hidden) { tools.reset(); filter(); }
    target.scrollIntoView();
  }

  document.addEventListener("keydown", (event) => {
    const typing = ["INPUT", "SELECT"].includes(event.target.tagName);
    if (event.key === "Escape") {
      tools.reset();
      filter();
      if (typing) event.target.blur();
    } else if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); controls.text.focus(); }
    else if (event.key === "?") help.showModal();
  });

  tools.hidden = false;
  tools.addEventListener("input", filter);
  tools.addEventListener("reset", () => setTimeout(filter));
  tools.addEventListener("submit", (event) => event.preventDefault());
  byId("help-close").addEventListener("click", () => help.close());
  window.addEventListener("hashchange", reveal);
  reveal();
})();
