// Only where a tree may be rearranged. Each node also has a page with plain forms for all of this.
(() => {
  "use strict";
  const $ = (s, e = document) => e.querySelector(s);
  const semua = (s, e = document) => [...e.querySelectorAll(s)];
  const bahasa = (id, en) => (document.documentElement.lang === "en" ? en : id);
  const umumkan = (teks) => { const p = $("#pengumuman"); p.textContent = ""; setTimeout(() => { p.textContent = teks; }, 50); };

  // Rearranging a tree: by dragging, by Alt with arrows, or picked up with P and put down with Enter.
  const susun = (ul) => {
    const sah = JSON.parse(ul.dataset.sah), form = document.getElementById(ul.dataset.susun);
    const induk = (li) => li.parentElement.closest("[data-kode]");
    const saudara = (li) => [...li.parentElement.children].filter((n) => n.dataset.kode);
    const nama = (li) => (li ? $(".simpul-judul", li).textContent : bahasa("akar dokumen", "the top of the document"));
    const boleh = (li, tuju) => !(tuju && li.contains(tuju)) && (tuju === induk(li) || sah[li.dataset.jenjang].includes(tuju?.dataset.jenjang || ""));
    const kirim = (li, tuju, letak) => {
      if (!boleh(li, tuju)) { umumkan(bahasa(`“${nama(li)}” tidak dapat berada di bawah ${nama(tuju)}.`, `“${nama(li)}” cannot stand under ${nama(tuju)}.`)); return; }
      Object.entries({ kode: li.dataset.kode, induk: tuju?.dataset.kode || "", letak }).forEach(([k, v]) => { form.elements[k].value = v; });
      form.submit();
    };
    let angkat = null, mata = null;
    const tandai = (li, saja) => {
      angkat = li;
      semua("[data-kode]", ul).forEach((n) => n.classList.toggle("tak-sah", !!li && n !== li && !boleh(li, n) && (saja || !boleh(li, induk(n)))));
      semua(".diangkat", ul).forEach((n) => n.classList.remove("diangkat"));
      li?.classList.add("diangkat");
    };
    const tunjuk = (li, di) => { delete mata?.dataset.taruh; mata = li; if (li) li.dataset.taruh = di; };
    // The upper and the lower quarter of a row are beside it, the middle is under it.
    const tempat = (e) => {
      const li = e.target.closest?.("[data-kode]"), k = li && $(".simpul", li).getBoundingClientRect();
      if (!li || li === angkat || e.clientY > k.bottom) return [null, ""];
      const di = e.clientY < k.top + k.height / 4 ? "atas" : e.clientY > k.bottom - k.height / 4 ? "bawah" : "dalam";
      return [li, [di, "dalam", "bawah"].find((d) => boleh(angkat, d === "dalam" ? li : induk(li)) && !angkat.contains(li)) || "tolak"];
    };
    semua("[data-kode] > .simpul", ul).forEach((b) => { b.draggable = true; semua("a", b).forEach((a) => { a.draggable = false; }); });
    ul.addEventListener("dragstart", (e) => { const li = e.target.closest("[data-kode]"); if (li) { e.dataTransfer.effectAllowed = "move"; e.dataTransfer.setData("text/plain", nama(li)); tandai(li); } });
    ul.addEventListener("dragover", (e) => {
      if (!angkat) return;
      const [li, di] = tempat(e);
      tunjuk(li, di);
      if (li && di !== "tolak") { e.preventDefault(); e.dataTransfer.dropEffect = "move"; }
    });
    ul.addEventListener("drop", (e) => {
      const [li, di] = tempat(e);
      e.preventDefault();
      if (!li || di === "tolak") return;
      if (di === "dalam") kirim(angkat, li, "");
      else kirim(angkat, induk(li), saudara(li).filter((n) => n !== angkat).indexOf(li) + (di === "bawah"));
    });
    ul.addEventListener("dragend", () => { tunjuk(null); tandai(null); });
    ul.addEventListener("keydown", (e) => {
      const li = e.target;
      if (!li.dataset?.kode || e.ctrlKey || e.metaKey) return;
      const i = saudara(li).indexOf(li), n = saudara(li).length, atas = induk(li);
      const gerak = e.altKey ? {
        ArrowUp: () => i > 0 && kirim(li, atas, i - 1), ArrowDown: () => i < n - 1 && kirim(li, atas, i + 1),
        ArrowRight: () => i > 0 && kirim(li, saudara(li)[i - 1], ""), ArrowLeft: () => atas && kirim(li, induk(atas), saudara(atas).indexOf(atas) + 1),
      }[e.key] : {
        m: () => $(":scope > .simpul [data-atur-simpul]", li)?.click(),
        p: () => { tandai(li, true); umumkan(bahasa(`“${nama(li)}” diangkat. Jalan ke tujuan, Enter menaruh di bawahnya, Esc batal.`, `“${nama(li)}” picked up. Walk to its place, Enter puts it there, Esc cancels.`)); },
        Enter: angkat && (() => { const a = angkat; tandai(null); if (a !== li) kirim(a, li, ""); }),
        Escape: angkat && (() => { tandai(null); umumkan(bahasa("Batal; tidak ada yang dipindahkan.", "Cancelled; nothing was moved.")); }),
      }[e.key];
      if (gerak) { e.preventDefault(); e.stopImmediatePropagation(); gerak(); }
    }, true);
  };
  semua("[data-susun]").forEach(susun);
  // A status that stood there when the page came is not read out; one that changes is.
  const kabar = $(".kabar [role=status]"), teks = kabar?.textContent;
  if (kabar) { kabar.textContent = ""; setTimeout(() => { kabar.textContent = teks; }, 50); }
})();
