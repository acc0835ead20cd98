"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const findings = [...document.querySelectorAll(".finding")];
  const words = new Map(findings.map((finding) => [finding, finding.textContent.toLowerCase()]));
  const fields = ["search", "kind", "source", "least"].map(find);
  const [search, kind, source, least] = fields;
  let current = -1;
  for (const finding of findings) finding.tabIndex = -1;

  function matches(finding) {
    const keys = finding.dataset.keys.split(" ");
    return (
      words.get(finding).includes(search.value.trim().toLowerCase()) &&
      (!kind.value || finding.dataset.kind === kind.value) &&
      (!source.value || keys.includes(source.value)) &&
      keys.length >= Number(least.value || 1)
    );
  }

  function filter() {
    let shown = 0;
    for (const finding of findings) {
      finding.hidden = !matches(finding);
      shown += finding.hidden ? 0 : 1;
    }
    find("count").textContent = `${shown} of ${findings.length} findings`;
    current = -1;
  }

  function clear() {
    find("filters").reset();
    filter();
    search.blur();
  }

  function step(by) {
    const shown = findings.filter((finding) => !finding.hidden);
    if (!shown.length) return;
    current = Math.min(Math.max(current + by, 0), shown.length - 1);
    shown[current].focus();
    shown[current].scrollIntoView({ block: "center" });
  }

  function open() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const folded = target.closest("details") || target.querySelector("details");
    if (folded) folded.open = true;
    target.scrollIntoView({ block: "center" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "Escape") clear();
    else if (typing) return;
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") find("keys").showModal();
    else if (event.key === "/") {
      event.preventDefault();
      search.focus();
    }
  });

  for (const field of fields) field.addEventListener("input", filter);
  find("filters").addEventListener("submit", (event) => event.preventDefault());
  find("help").addEventListener("click", () => find("keys").showModal());
  window.addEventListener("hashchange", open);
  find("filters").hidden = false;
  filter();
  open();
})();
