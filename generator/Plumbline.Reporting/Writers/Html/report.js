(() => {
  "use strict";
  const root = document.documentElement;
  const themeKey = "plumbline-theme";

  // A file:// page may be refused storage; the theme then lasts as long as the page.
  const storedTheme = () => { try { return localStorage.getItem(themeKey); } catch { return null; } };
  const storeTheme = theme => { try { localStorage.setItem(themeKey, theme); } catch { /* not kept */ } };
  const applyTheme = theme => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  applyTheme(storedTheme());
  root.classList.add("js");

  document.addEventListener("DOMContentLoaded", () => {
    const one = id => document.getElementById(id);
    const all = (selector, within = document) => [...within.querySelectorAll(selector)];
    const table = one("control-table");
    const controls = all("tbody[data-status]", table);
    const panels = controls.map(control => control.querySelector("details"));
    const searchText = new Map();
    const state = { text: "", statuses: new Set(), sort: "order", descending: false };

    all("[data-needs-script]").forEach(element => { element.hidden = false; });

    const themeButtons = all("[data-theme-choice]");
    const showTheme = () => themeButtons.forEach(button =>
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === (root.dataset.theme ?? "auto"))));
    themeButtons.forEach(button => button.addEventListener("click", () => {
      applyTheme(button.dataset.themeChoice);
      storeTheme(button.dataset.themeChoice);
      showTheme();
    }));
    showTheme();

    const contains = control => {
      if (state.text === "") return true;
      if (!searchText.has(control)) searchText.set(control, control.textContent.toLowerCase());
      return searchText.get(control).includes(state.text.toLowerCase());
    };

    const filter = () => {
      let shown = 0;
      for (const control of controls) {
        const matches = (state.statuses.size === 0 || state.statuses.has(control.dataset.status)) && contains(control);
        control.hidden = !matches;
        if (matches) shown++;
      }
      const filtered = state.text !== "" || state.statuses.size > 0;
      one("match-count").textContent = filtered ? `${shown} of ${controls.length} controls` : "";
      one("clear").hidden = !filtered;
      one("no-match").hidden = shown > 0;
      table.hidden = shown === 0;
      all("[data-status-choice]").forEach(chip => chip.setAttribute("aria-pressed", String(state.statuses.has(chip.dataset.statusChoice))));
    };

    const statusOrder = all("[data-status-choice]").map(chip => chip.dataset.statusChoice);
    const rank = control => state.sort === "status" ? statusOrder.indexOf(control.dataset.status) : Number(control.dataset[state.sort]);
    const sort = () => {
      const direction = state.descending ? -1 : 1;
      const sorted = [...controls].sort((a, b) => direction * (rank(a) - rank(b)) || a.dataset.order - b.dataset.order);
      table.append(...sorted);
      for (const header of all("th[data-sort]", table)) {
        if (header.dataset.sort === state.sort) header.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
        else header.removeAttribute("aria-sort");
      }
    };

    // The address keeps the view, so that a link or a reload shows the same.
    const writeHash = () => {
      const parts = new URLSearchParams();
      if (state.text) parts.set("q", state.text);
      if (state.statuses.size) parts.set("status", [...state.statuses].join(","));
      if (state.sort !== "order" || state.descending) parts.set("sort", state.sort + (state.descending ? "-descending" : ""));
      const hash = parts.toString();
      try { history.replaceState(null, "", hash ? `#${hash}` : "#"); } catch { /* the view still changes */ }
    };

    const readHash = () => {
      const hash = location.hash.slice(1);
      if (hash && !hash.includes("=")) {
        const panel = one(hash)?.querySelector(":scope > .detail-row details");
        if (panel) panel.open = true;
        return;
      }
      const parts = new URLSearchParams(hash);
      const [key, direction] = (parts.get("sort") ?? "order").split("-");
      state.text = parts.get("q") ?? "";
      state.statuses = new Set((parts.get("status") ?? "").split(",").filter(status => statusOrder.includes(status)));
      state.sort = all("th[data-sort]", table).some(header => header.dataset.sort === key) ? key : "order";
      state.descending = direction === "descending";
      one("filter-text").value = state.text;
      filter();
      sort();
    };

    const changed = () => { filter(); sort(); writeHash(); };
    one("filter-text").addEventListener("input", event => { state.text = event.target.value.trim(); changed(); });
    all("[data-status-choice]").forEach(chip => chip.addEventListener("click", () => {
      if (!state.statuses.delete(chip.dataset.statusChoice)) state.statuses.add(chip.dataset.statusChoice);
      changed();
    }));
    one("clear").addEventListener("click", () => {
      state.text = one("filter-text").value = "";
      state.statuses.clear();
      changed();
      one("filter-text").focus();
    });

    for (const header of all("th[data-sort]", table)) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent;
      header.replaceChildren(button);
      button.addEventListener("click", () => {
        state.descending = state.sort === header.dataset.sort ? !state.descending : ["severity", "noncompliant"].includes(header.dataset.sort);
        state.sort = header.dataset.sort;
        changed();
      });
    }

    controls.forEach((control, i) => control.querySelector("tr").addEventListener("click", () => {
      if (String(getSelection()) === "") panels[i].open = !panels[i].open;
    }));
    const showExpand = () => { one("expand").textContent = panels.every(panel => panel.open) ? "Collapse all" : "Expand all"; };
    panels.forEach(panel => panel.addEventListener("toggle", showExpand));
    one("expand").addEventListener("click", () => {
      const open = !panels.every(panel => panel.open);
      panels.forEach(panel => { panel.open = open; });
    });

    let openBeforePrint = [];
    addEventListener("beforeprint", () => { openBeforePrint = panels.map(panel => panel.open); panels.forEach(panel => { panel.open = true; }); });
    addEventListener("afterprint", () => panels.forEach((panel, i) => { panel.open = openBeforePrint[i]; }));
    one("print").addEventListener("click", () => print());
    addEventListener("hashchange", readHash);
    readHash();
  });
})();
