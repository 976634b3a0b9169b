// The table of controls: filter, sort, expand. The page is complete without this; the tools are hidden until it runs.
{
  const one = id => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const descendingFirst = ["severity", "noncompliant"];

  class ControlTable {
    constructor(table) {
      this.table = table;
      this.controls = all("tbody[data-status]", table);
      this.panels = this.controls.map(control => control.querySelector("details"));
      this.headers = all("th[data-sort]", table);
      this.chips = all("[data-status-choice]");
      this.statuses = this.chips.map(chip => chip.dataset.statusChoice);
      this.searchText = new Map();
      this.view = { text: "", chosen: new Set(), sort: "order", descending: false };
    }

    matches(control) {
      const { text, chosen } = this.view;
      if (chosen.size > 0 && !chosen.has(control.dataset.status)) return false;
      if (text === "") return true;
      if (!this.searchText.has(control)) this.searchText.set(control, control.textContent.toLowerCase());
      return this.searchText.get(control).includes(text.toLowerCase());
    }

    rank(control) {
      return this.view.sort === "status" ? this.statuses.indexOf(control.dataset.status) : Number(control.dataset[this.view.sort]);
    }

    filter() {
      this.controls.forEach(control => { control.hidden = !this.matches(control); });
      const shown = this.controls.filter(control => !control.hidden).length;
      const isFiltered = this.view.text !== "" || this.view.chosen.size > 0;
      one("match-count").textContent = isFiltered ? `${shown} of ${this.controls.length} controls` : "";
      one("clear").hidden = !isFiltered;
      one("no-match").hidden = shown > 0;
      this.table.hidden = shown === 0;
      this.chips.forEach(chip => chip.setAttribute("aria-pressed", String(this.view.chosen.has(chip.dataset.statusChoice))));
    }

    sort() {
      const direction = this.view.descending ? -1 : 1;
      this.table.append(...this.controls.toSorted((a, b) => direction * (this.rank(a) - this.rank(b)) || a.dataset.order - b.dataset.order));
      for (const header of this.headers) {
        if (header.dataset.sort === this.view.sort) header.setAttribute("aria-sort", this.view.descending ? "descending" : "ascending");
        else header.removeAttribute("aria-sort");
      }
    }

    // The address keeps the view, so that a link or a reload shows the same.
    writeAddress() {
      const { text, chosen, sort, descending } = this.view;
      const parts = new URLSearchParams();
      if (text) parts.set("q", text);
      if (chosen.size) parts.set("status", [...chosen].join(","));
      if (sort !== "order" || descending) parts.set("sort", sort + (descending ? "-descending" : ""));
      try { history.replaceState(null, "", `#${parts}`); } catch { /* the view still changes */ }
    }

    readAddress() {
      const hash = location.hash.slice(1);
      if (hash && !hash.includes("=")) {
        const panel = one(hash)?.querySelector(":scope > .detail-row details");
        if (panel) panel.open = true;
        return;
      }
      const parts = new URLSearchParams(hash);
      const [sort, direction] = (parts.get("sort") ?? "").split("-");
      this.view = {
        text: parts.get("q") ?? "",
        chosen: new Set((parts.get("status") ?? "").split(",").filter(status => this.statuses.includes(status))),
        sort: this.headers.some(header => header.dataset.sort === sort) ? sort : "order",
        descending: direction === "descending",
      };
      one("filter-text").value = this.view.text;
      this.filter();
      this.sort();
    }

    change(difference) {
      Object.assign(this.view, difference);
      this.filter();
      this.sort();
      this.writeAddress();
    }

    connectFilter() {
      one("filter-text").addEventListener("input", event => this.change({ text: event.target.value.trim() }));
      this.chips.forEach(chip => chip.addEventListener("click", () =>
        this.change({ chosen: this.view.chosen.symmetricDifference(new Set([chip.dataset.statusChoice])) })));
      one("clear").addEventListener("click", () => {
        one("filter-text").value = "";
        this.change({ text: "", chosen: new Set() });
        one("filter-text").focus();
      });
    }

    connectSort() {
      for (const header of this.headers) {
        const key = header.dataset.sort;
        const button = Object.assign(document.createElement("button"), { type: "button", textContent: header.textContent });
        header.replaceChildren(button);
        button.addEventListener("click", () =>
          this.change({ sort: key, descending: this.view.sort === key ? !this.view.descending : descendingFirst.includes(key) }));
      }
    }

    connectPanels() {
      const open = states => this.panels.forEach((panel, i) => { panel.open = Array.isArray(states) ? states[i] : states; });
      const allOpen = () => this.panels.every(panel => panel.open);
      const showExpand = () => { one("expand").textContent = allOpen() ? "Collapse all" : "Expand all"; };
      let before = [];
      this.controls.forEach((control, i) => control.querySelector("tr").addEventListener("click", () => {
        if (String(getSelection()) === "") this.panels[i].open = !this.panels[i].open;
      }));
      this.panels.forEach(panel => panel.addEventListener("toggle", showExpand));
      one("expand").addEventListener("click", () => open(!allOpen()));
      addEventListener("beforeprint", () => { before = this.panels.map(panel => panel.open); open(true); });
      addEventListener("afterprint", () => open(before));
      one("print").addEventListener("click", () => print());
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    all("[data-needs-script]").forEach(element => { element.hidden = false; });
    const table = new ControlTable(one("control-table"));
    table.connectFilter();
    table.connectSort();
    table.connectPanels();
    table.readAddress();
    addEventListener("hashchange", () => table.readAddress());
  });
}
