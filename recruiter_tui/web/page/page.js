// The terminal itself is drawn by textual.js; this page gives it the keys and offers to open the app again.
document.addEventListener("DOMContentLoaded", () => {
  const focus = () => document.querySelector(".xterm-helper-textarea")?.focus();
  const watching = new MutationObserver(() => {
    if (document.body.classList.contains("-first-byte")) {
      watching.disconnect();
      focus();
    }
  });
  watching.observe(document.body, { attributes: true, attributeFilter: ["class"] });
  window.addEventListener("focus", focus);
  document.getElementById("again").addEventListener("click", () => window.location.replace("/"));
});
