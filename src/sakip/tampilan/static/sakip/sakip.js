// Progressive enhancement only: every page works without this file.
(() => {
  "use strict";
  const $ = (s, e = document) => e.querySelector(s);
  const semua = (s, e = document) => [...e.querySelectorAll(s)];
  const akar = document.documentElement;
  const ingat = (nama, nilai) => {
    document.cookie = `${nama}=${nilai};path=/;max-age=31536000;samesite=lax${location.protocol === "https:" ? ";secure" : ""}`;
  };
  const umumkan = (teks) => { const p = $("#pengumuman"); if (p) { p.textContent = ""; setTimeout(() => { p.textContent = teks; }, 50); setTimeout(() => { p.textContent = ""; }, 5000); } };
  const bahasa = (id, en) => (akar.lang === "en" ? en : id);

  // Theme and density: the same cookie as the server's form, without a round trip.
  const atur = (tombol) => {
    const { name, value } = tombol;
    if (name === "tema") { if (value === "sistem") delete akar.dataset.tema; else akar.dataset.tema = value; } else akar.dataset[name] = value;
    ingat(name, value);
    semua(`[data-atur] [name="${name}"]`).forEach((t) => t.setAttribute("aria-pressed", String(t.value === value)));
  };

  // Table → TSV: figures as Excel reads them, the padding of commas left out.
  const tsv = (tabel) => [...tabel.rows].map((baris) => [...baris.cells].map((sel) => {
    const salinan = sel.cloneNode(true);
    semua("i[aria-hidden], .sr, svg", salinan).forEach((n) => n.remove());
    return salinan.textContent.trim().replace(/\s+/g, " ").replace(/−/g, "-");
  }).join("\t")).join("\n");

  // Side panel: any link with data-panel shows the part [data-panel-isi] of its own page.
  const panel = () => $("#panel-sisi");
  let pemanggil = null;
  const tutup = (mundur) => {
    const p = panel();
    if (!p?.open) return;
    p.close();
    if (mundur && history.state?.panel) history.back();
    pemanggil?.focus();
  };
  const tampilkan = async (url) => {
    const p = panel();
    const jawab = await fetch(url, { headers: { "X-Requested-With": "panel" }, credentials: "same-origin" });
    const isi = new DOMParser().parseFromString(await jawab.text(), "text/html").querySelector("[data-panel-isi]");
    if (!jawab.ok || !isi) { location.href = url; return; }
    const kepala = document.createElement("div");
    kepala.className = "panel-kepala";
    const penuh = Object.assign(document.createElement("a"), { href: url, textContent: bahasa("Halaman penuh", "Full page") });
    const x = Object.assign(document.createElement("button"), { type: "button", className: "tombol kecil", textContent: bahasa("Tutup", "Close") });
    x.addEventListener("click", () => tutup(true));
    kepala.append(penuh, x);
    const judul = $("h1, h2", isi);
    if (judul) { judul.id = "panel-sisi-judul"; judul.tabIndex = -1; }
    p.replaceChildren(kepala, isi);
    if (!p.open) { if (matchMedia("(min-width: 64em)").matches) p.show(); else p.showModal(); }
    p.scrollTop = 0;
    judul?.focus();
  };

  // Tree: <details> becomes an ARIA tree with one tab stop and arrow keys.
  const pohon = (ul) => {
    const satu = (li, tingkat) => {
      li.setAttribute("role", "treeitem");
      li.setAttribute("aria-level", tingkat);
      li.tabIndex = -1;
      const lipat = $(":scope > details", li);
      semua(":scope > details > summary a, :scope > .simpul a", li).forEach((a) => { a.tabIndex = -1; });
      if (!lipat) return;
      const anak = $(":scope > ul", lipat);
      const baris = document.createElement("div");
      baris.className = "simpul";
      baris.append(...$("summary", lipat).childNodes);
      li.setAttribute("aria-expanded", lipat.open);
      anak.setAttribute("role", "group");
      lipat.replaceWith(baris, anak);
      baris.addEventListener("click", (e) => { if (!e.target.closest("a")) buka(li); });
      ubah(anak, tingkat + 1);
    };
    const ubah = (daftar, tingkat) => [...daftar.children].forEach((li) => satu(li, tingkat));
    const buka = (li, ya = li.getAttribute("aria-expanded") !== "true") => li.hasAttribute("aria-expanded") && li.setAttribute("aria-expanded", ya);
    const tampak = () => semua("[role=treeitem]", ul).filter((li) => !li.parentElement.closest('[aria-expanded="false"]'));
    // One stop for Tab: the row that has the focus, and then what can be done there.
    const alat = (li, n) => semua(":scope > .simpul .simpul-alat a", li).forEach((a) => { a.tabIndex = n; });
    const ke = (li) => { if (!li) return; semua("[role=treeitem][tabindex='0']", ul).forEach((n) => { n.tabIndex = -1; alat(n, -1); }); li.tabIndex = 0; alat(li, 0); li.focus(); };
    // A branch that was fetched: its items become part of the tree, and the first takes the focus.
    ul.sambung = (li) => { satu(li, +li.parentElement.closest("[role=treeitem]")?.getAttribute("aria-level") + 1 || 1); if (document.activeElement === document.body) ke(li); };
    ubah(ul, 1);
    ul.setAttribute("role", "tree");
    ul.classList.add("hidup");
    if (ul.firstElementChild) { ul.firstElementChild.tabIndex = 0; alat(ul.firstElementChild, 0); }
    ul.addEventListener("focusin", (e) => { if (e.target.tabIndex < 0 && e.target.role === "treeitem") ke(e.target); });
    ul.addEventListener("keydown", (e) => {
      const li = e.target.closest("[role=treeitem]");
      if (!li || e.ctrlKey || e.metaKey || e.altKey) return;
      const urut = tampak(), i = urut.indexOf(li), terbuka = li.getAttribute("aria-expanded");
      const gerak = {
        ArrowDown: () => ke(urut[i + 1]), ArrowUp: () => ke(urut[i - 1]), Home: () => ke(urut[0]), End: () => ke(urut.at(-1)),
        ArrowRight: () => (terbuka === "false" ? buka(li, true) : terbuka && ke(urut[i + 1])),
        ArrowLeft: () => (terbuka === "true" ? buka(li, false) : ke(li.parentElement.closest("[role=treeitem]"))),
        Enter: () => ($(":scope > .simpul a", li) ? $(":scope > .simpul a", li).click() : buka(li)), " ": () => buka(li),
      }[e.key];
      if (gerak && e.target === li) { e.preventDefault(); e.stopPropagation(); gerak(); }
    });
    const asal = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (asal && ul.contains(asal)) {
      for (let a = asal.parentElement.closest("[aria-expanded]"); a; a = a.parentElement.closest("[aria-expanded]")) buka(a, true);
      ke(asal);
    }
    return { buka: (ya) => semua("[aria-expanded]", ul).forEach((li) => buka(li, ya)) };
  };

  // Popovers (terms) open beside their word.
  const tempatkan = (e) => {
    const pop = e.target;
    if (e.newState !== "open" || !pop.classList.contains("istilah-arti")) return;
    const pemicu = $(`[popovertarget="${pop.id}"]:focus`) || $(`[popovertarget="${pop.id}"]`);
    const k = pemicu.getBoundingClientRect();
    const kiri = Math.max(8, Math.min(k.left, innerWidth - pop.offsetWidth - 8));
    const bawah = k.bottom + pop.offsetHeight + 8 < innerHeight ? k.bottom + 6 : Math.max(8, k.top - pop.offsetHeight - 6);
    Object.assign(pop.style, { margin: "0", inset: "auto", left: `${kiri}px`, top: `${bawah}px` });
  };

  const siapkan = (e = document) => {
    semua("[data-salin][hidden], [data-salin-teks][hidden]", e).forEach((t) => { t.hidden = !navigator.clipboard; });
    semua("[data-pohon]:not(.hidup)", e).forEach((ul) => {
      const kendali = pohon(ul);
      semua(`[data-pohon-semua="${ul.id}"]`).forEach((t) => { t.hidden = false; t.addEventListener("click", () => kendali.buka(t.value === "buka")); });
    });
    semua("[popover]", e).forEach((p) => p.addEventListener("toggle", tempatkan));
    $("[data-fokus]", e)?.focus();
  };

  document.addEventListener("click", (e) => {
    const teks = e.target.closest("[data-salin-teks]");
    if (teks) navigator.clipboard.writeText(document.getElementById(teks.dataset.salinTeks).value).then(() => umumkan(bahasa("Teks disalin.", "Text copied.")));
    const salin = e.target.closest("[data-salin]");
    if (salin) navigator.clipboard.writeText(tsv(document.getElementById(salin.dataset.salin))).then(() => umumkan(bahasa("Tabel disalin.", "Table copied.")));
    const tautan = e.target.closest("a[data-panel]");
    if (tautan && panel() && !e.ctrlKey && !e.metaKey && !e.shiftKey && e.button === 0) {
      e.preventDefault();
      if (!panel().open) pemanggil = tautan;
      history.pushState({ panel: true }, "", tautan.href);
      tampilkan(tautan.href);
    }
    semua("details.lipat[open]").forEach((d) => { if (!d.contains(e.target)) d.open = false; });
  });
  document.addEventListener("submit", (e) => {
    if (!e.target.matches("[data-atur]") || !e.submitter) return;
    e.preventDefault();
    atur(e.submitter);
  });
  document.addEventListener("change", (e) => {
    const masuk = e.target;
    if (masuk.matches("[data-unggah]")) {
      const p = $(`[data-unggah-terpilih="${masuk.id}"]`), b = masuk.files[0];
      p.hidden = !b;
      p.textContent = b ? `${b.name} · ${(b.size / 1e6).toLocaleString(akar.lang, { maximumFractionDigits: 2 })} MB` : "";
    }
  });
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape") {
      const menu = e.target.closest?.("details.lipat[open]");
      if (menu) { menu.open = false; $("summary", menu).focus(); } else tutup(true);
    }
    if (e.target.closest?.("input, select, textarea, [contenteditable]") || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === "?") { e.preventDefault(); $("#bantuan-kunci")?.togglePopover(); }
    if (e.key === "/") { const c = $(".saringan input:not([type=hidden]), [type=search]"); if (c) { e.preventDefault(); c.focus(); } }
  });
  addEventListener("popstate", () => (history.state?.panel ? tampilkan(location.href) : tutup(false)));
  document.addEventListener("htmx:load", (e) => { siapkan(e.target); if (e.target.matches?.(".pohon.hidup li:not([role])")) e.target.closest(".pohon").sambung(e.target); });
  siapkan();
})();
