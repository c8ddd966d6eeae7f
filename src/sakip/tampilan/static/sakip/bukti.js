// Forms that send evidence: how many files were chosen, and that they are on their way.
// Without it the forms work the same; the browser itself then shows what was chosen.
(() => {
  "use strict";
  const jumlah = (berkas) => {
    const mega = [...berkas].reduce((n, b) => n + b.size, 0) / 1e6;
    return `${mega.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} MB`;
  };
  document.addEventListener("change", (e) => {
    const masuk = e.target;
    if (!masuk.matches("[data-unggah][multiple]") || masuk.files.length < 2) return;
    const p = document.querySelector(`[data-unggah-terpilih="${masuk.id}"]`);
    p.textContent = `${masuk.files.length} ${masuk.dataset.kata} · ${jumlah(masuk.files)}`;
  });
  document.addEventListener("submit", (e) => {
    if (!e.target.matches("[data-kirim]")) return;
    const p = e.target.querySelector("[data-kirim-kata]");
    if (p) p.hidden = false;
    // After the form has gone: a button that is disabled before takes its form along.
    setTimeout(() => e.target.querySelectorAll("button").forEach((b) => { b.disabled = true; }));
  });
  // Back to this page: the buttons work again.
  addEventListener("pageshow", () => document.querySelectorAll("[data-kirim]").forEach((f) => {
    f.querySelectorAll("button").forEach((b) => { b.disabled = false; });
    const p = f.querySelector("[data-kirim-kata]");
    if (p) p.hidden = true;
  }));
})();
