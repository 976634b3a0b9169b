// The theme: the system's unless the reader chose one. Runs in the head, so that the first paint has the right colours.
{
  const key = "plumbline-theme";
  const root = document.documentElement;

  // A page opened from disk may be refused storage; the choice then lasts as long as the page.
  const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const store = theme => { try { localStorage.setItem(key, theme); } catch { /* not kept */ } };

  const apply = theme => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  const connect = () => {
    const buttons = [...document.querySelectorAll("[data-theme-choice]")];
    const show = () => buttons.forEach(button =>
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === (root.dataset.theme ?? "auto"))));
    buttons.forEach(button => button.addEventListener("click", () => {
      apply(button.dataset.themeChoice);
      store(button.dataset.themeChoice);
      show();
    }));
    show();
  };

  apply(stored());
  root.classList.add("js");
  document.addEventListener("DOMContentLoaded", connect);
}
