// Cells that are typed like a spreadsheet and save themselves. Every page works without this file.
(() => {
  "use strict";
  const lembar = document.querySelector("form[data-lembar]");
  if (!lembar) return;
  const $ = (s, e = lembar) => e.querySelector(s);
  const semua = (s, e = lembar) => [...e.querySelectorAll(s)];
  const inggris = document.documentElement.lang === "en";
  const kata = (id, en) => (inggris ? en : id);
  const umumkan = (teks) => { const p = document.querySelector("#pengumuman"); if (p) { p.textContent = ""; setTimeout(() => { p.textContent = teks; }, 50); } };
  const jam = () => new Date().toLocaleTimeString(inggris ? "en" : "id", { hour: "2-digit", minute: "2-digit" });
  // Drafts belong to one account on one page: nobody else's reload brings them back.
  const LACI = `sakip:${lembar.dataset.akun}:${location.pathname}`;
  const laci = () => { try { return JSON.parse(sessionStorage.getItem(LACI)) || {}; } catch { return {}; } };
  const simpanLaci = (isi) => { if (Object.keys(isi).length) sessionStorage.setItem(LACI, JSON.stringify(isi)); else sessionStorage.removeItem(LACI); };

  // A unit is what is saved at once: a row of the sheet, a cell of the grid.
  const satuanDari = (e) => e.closest("[data-simpan]");
  const kisiKah = (s) => s.dataset.simpan === "kisi";
  const bidang = (s) => semua("input[name], select[name], textarea[name]", s);
  const namaSatuan = (s) => (kisiKah(s) ? $("[data-sel]", s).dataset.kunci : s.dataset.kode);
  const isi = (s) => Object.fromEntries(bidang(s).map((b, i) => [`${b.name}#${i}`, b.type === "checkbox" ? b.checked : b.value]));
  const satuan = (nama) => semua("[data-simpan]").find((s) => namaSatuan(s) === nama);
  const kotor = new Map(); // name of a unit → "belum" | "menyimpan" | "gagal" | "ditolak"
  const antre = new Set();
  let mengirim = false, ulang = 0, jeda = 0;

  const tampil = (s, keadaan, teks = "") => {
    const nama = namaSatuan(s), p = $("[data-keadaan]", s);
    if (keadaan === "tersimpan") kotor.delete(nama); else kotor.set(nama, keadaan);
    if (p) {
      p.className = `tersimpan ${{ gagal: "gagal", belum: "belum" }[keadaan] || ""}`;
      p.textContent = teks || { belum: kata("Belum disimpan", "Not saved yet"), menyimpan: kata("Menyimpan…", "Saving…"), tersimpan: kata(`Tersimpan ${jam()}`, `Saved ${jam()}`), gagal: kata("Gagal", "Failed"), ditolak: kata("Belum disimpan", "Not saved yet") }[keadaan];
      if (keadaan === "gagal") {
        const t = Object.assign(document.createElement("button"), { type: "button", className: "tombol kecil", textContent: kata("Coba lagi", "Try again") });
        t.addEventListener("click", () => { antre.add(nama); kirim(); });
        p.append(" ", t);
      }
    }
    ringkas();
  };
  const ringkas = () => {
    const r = $("[data-simpanan]");
    if (!r) return;
    const gagal = [...kotor.values()].filter((k) => k === "gagal").length;
    r.className = gagal ? "gagal" : "";
    r.textContent = gagal ? kata(`${gagal} belum tersimpan: sambungan terputus, dicoba lagi sendiri.`, `${gagal} not saved: no connection, trying again by itself.`) : mengirim ? kata("Menyimpan…", "Saving…") : kotor.size ? kata(`${kotor.size} belum disimpan`, `${kotor.size} not saved yet`) : "";
  };
  const berubah = (s) => {
    if (kotor.get(namaSatuan(s)) !== "belum") tampil(s, "belum");
    simpanLaci({ ...laci(), [namaSatuan(s)]: isi(s) });
  };
  const lupakan = (s) => { const l = laci(); delete l[namaSatuan(s)]; simpanLaci(l); };

  // What is wrong stands at its own cell, and what was typed stays in it.
  const galat = (s, teks) => {
    const g = $("[data-galat], .galat", s);
    if (!g) return;
    g.replaceChildren(...(teks ? [Object.assign(document.createElement("p"), { textContent: teks })] : []));
    semua("[data-ketik]", s).forEach((k) => { if (teks) k.setAttribute("aria-invalid", "true"); else k.removeAttribute("aria-invalid"); });
  };
  const isikan = (sel, teks) => {
    const [atas, bawah] = semua("[data-ketik]", sel);
    if (!bawah) { atas.value = teks; return; }
    const [a, b = ""] = teks.split("/");
    atas.value = a.trim();
    bawah.value = b.trim();
  };
  const teksSel = (sel) => semua("[data-ketik]", sel).map((k) => k.value.trim()).join("/").replace(/^\/$/, "");
  const bentrok = (s, b) => {
    const g = $("[data-galat], .galat", s), aksi = document.createElement("div");
    aksi.className = "aksi";
    aksi.dataset.bentrok = "";
    aksi.dataset.versi = b.versi;
    [[b.tersimpan, false], [b.anda, true]].forEach(([teks, milik]) => {
      const t = Object.assign(document.createElement("button"), { type: "button", className: "tombol kecil", textContent: kata(`Pakai ${teks || "–"}`, `Use ${teks || "–"}`) });
      t.dataset.pakai = teks;
      if (milik) t.dataset.kirim = "";
      aksi.append(t);
    });
    g.append(aksi);
  };

  const token = () => $("[name=csrfmiddlewaretoken]");
  // After signing in again in another tab this page's secret is an old one: take the new one.
  const segarkan = async () => {
    const h = await fetch(location.href, { credentials: "same-origin" });
    const baru = new DOMParser().parseFromString(await h.text(), "text/html").querySelector("form[data-lembar] [name=csrfmiddlewaretoken]");
    if (baru) token().value = baru.value;
    return Boolean(baru);
  };
  const pos = (url, data) => fetch(url, { method: "POST", body: data, credentials: "same-origin", headers: { "HX-Request": "true" }, signal: AbortSignal.timeout(30000) });
  const MASUK = kata("Belum tersimpan. Masuk lagi di tab lain, lalu ubah sel ini sekali lagi.", "Not saved yet. Sign in again in another tab, then change this cell once more.");
  const dibaca = (teks) => new DOMParser().parseFromString(`<table><tbody><tr>${teks}</tr></tbody></table>`, "text/html");

  const gantiHasil = (s, html, awal) => {
    const baru = dibaca(html), sel = baru.querySelector(".hasil");
    const lama = document.getElementById(sel.id);
    lama.replaceWith(sel);
    baru.querySelectorAll("input[type=hidden]").forEach((v) => { const ini = document.getElementById(v.id); if (ini) ini.value = v.value; });
    const salah = Boolean($(".galat p", sel));
    semua("[data-ketik]", s).forEach((k) => { if (salah) k.setAttribute("aria-invalid", "true"); else k.removeAttribute("aria-invalid"); });
    if ("uraian" in sel.dataset) document.getElementById(`uraian-${s.dataset.kode}`)?.setAttribute("open", "");
    selesai(s, salah, awal, $("[data-keadaan]", sel).textContent);
  };
  const selesai = (s, salah, awal, teks = "") => {
    if (salah) { tampil(s, "ditolak"); umumkan($(".galat p", s)?.textContent || ""); return; }
    // Typed on while it was on its way: once more.
    if (tanpaVersi(s) !== awal) { berubah(s); antre.add(namaSatuan(s)); return; }
    lupakan(s);
    tampil(s, "tersimpan", teks);
  };
  const tanpaVersi = (s) => JSON.stringify(Object.fromEntries(Object.entries(isi(s)).filter(([n]) => !n.startsWith("versi."))));

  const kirimBaris = async (s) => {
    const data = new FormData();
    bidang(s).forEach((b) => { if (b.type !== "checkbox" || b.checked) data.append(b.name, b.value); });
    data.append("csrfmiddlewaretoken", token().value);
    const awal = tanpaVersi(s);
    const h = await pos(s.dataset.simpan, data), teks = await h.text();
    if (teks.includes('class="hasil')) { gantiHasil(s, teks, awal); return; }
    await ditolak([s], h, teks);
  };
  const kirimSel = async (daftar, tempel) => {
    const data = new FormData(), awal = new Map();
    daftar.forEach((s) => { awal.set(s, tanpaVersi(s)); tambahSel(data, s); });
    if (tempel) data.append("tempel", "1");
    if (daftar.some((s) => !kisiKah(s))) data.append("rupa", "lembar");
    data.append("csrfmiddlewaretoken", token().value);
    const h = await pos(lembar.dataset.kisi, data), teks = await h.text();
    let jawab;
    try { jawab = JSON.parse(teks).sel; } catch { await ditolak(daftar, h, teks); return; }
    daftar.forEach((s) => {
      const j = jawab[kunciKisi(s)];
      if (!kisiKah(s)) { gantiHasil(s, j.hasil, awal.get(s)); return; }
      const sama = tanpaVersi(s) === awal.get(s);
      galat(s, j.salah || "");
      if (j.bentrok) bentrok(s, j.bentrok);
      if (j.salah) { tampil(s, "ditolak"); return; }
      $("[data-versi-sel]", s).value = j.versi;
      if (sama) isikan($("[data-sel]", s), j.teks);
      const p = $("[data-hasil]", s.closest("td"));
      if (p && j.hasil) p.innerHTML = j.hasil;
      selesai(s, false, sama ? tanpaVersi(s) : "");
    });
  };
  const selSaja = (s) => kisiKah(s) || semua("[data-sel]", s).length === 1;
  const kunciKisi = (s) => (kisiKah(s) ? namaSatuan(s) : `${s.dataset.kode}~${lembar.dataset.triwulan}~0`);
  const tambahSel = (data, s) => {
    if (kisiKah(s)) { bidang(s).forEach((b) => data.append(b.name, b.value)); return; }
    data.append(`versi.${kunciKisi(s)}`, document.getElementById(`versi-${s.dataset.kode}`).value);
    data.append(`teks.${kunciKisi(s)}`, teksSel($("[data-sel]", s)));
  };
  const ditolak = async (daftar, h, teks) => {
    if (h.status >= 500) throw new Error(String(h.status));
    const sebab = h.status > 399 && h.status !== 403 ? new DOMParser().parseFromString(teks, "text/html").querySelector(".pengantar")?.textContent : "";
    const pesan = h.status === 403 || h.redirected ? MASUK : `${kata("Belum tersimpan.", "Not saved yet.")} ${sebab || ""}`;
    daftar.forEach((s) => { galat(s, pesan); tampil(s, "ditolak"); });
    umumkan(pesan);
    perluToken = true;
  };
  let perluToken = false;

  const kirim = async (tempel = false) => {
    if (mengirim || !antre.size) { ringkas(); return; }
    clearTimeout(jeda);
    mengirim = true;
    const daftar = [...antre].map(satuan).filter(Boolean);
    antre.clear();
    daftar.forEach((s) => tampil(s, "menyimpan"));
    const kisi = daftar.filter(kisiKah), baris = daftar.filter((s) => !kisiKah(s));
    try {
      if (perluToken) perluToken = !(await segarkan());
      const sekali = tempel ? daftar.filter(selSaja) : kisi;
      if (sekali.length) await kirimSel(sekali, tempel);
      for (const s of baris.filter((b) => !sekali.includes(b))) await kirimBaris(s);
      ulang = 0;
    } catch {
      const sisa = daftar.filter((s) => kotor.get(namaSatuan(s)) === "menyimpan");
      sisa.forEach((s) => tampil(s, "gagal"));
      umumkan(kata("Sambungan terputus; dicoba lagi sendiri.", "No connection; trying again by itself."));
      ulang = Math.min(ulang + 1, 5);
      jeda = setTimeout(cobaLagi, 1000 * 2 ** ulang);
    }
    mengirim = false;
    ringkas();
    if (antre.size) kirim();
  };
  const cobaLagi = () => { kotor.forEach((k, nama) => { if (k === "gagal") antre.add(nama); }); kirim(); };
  addEventListener("online", cobaLagi);

  lembar.addEventListener("input", (e) => { const s = satuanDari(e.target); if (s) berubah(s); });
  lembar.addEventListener("change", (e) => {
    const s = satuanDari(e.target), rasio = e.target.closest(".rasio");
    if (rasio && e.target.value.includes("/")) isikan(rasio, e.target.value); if (s && e.target.name) { berubah(s); antre.add(namaSatuan(s)); kirim(); }
  });
  lembar.addEventListener("click", (e) => {
    const t = e.target.closest("[data-pakai]");
    if (!t) return;
    const s = satuanDari(t), sel = $("[data-sel]", s);
    isikan(sel, t.dataset.pakai);
    $("[data-versi-sel], input[type=hidden][name^='versi.']", s).value = t.closest("[data-bentrok]").dataset.versi;
    if ("kirim" in t.dataset) { berubah(s); antre.add(namaSatuan(s)); kirim(); } else { galat(s, ""); t.closest("[data-bentrok]")?.remove(); lupakan(s); tampil(s, "tersimpan", " "); }
  });
  lembar.addEventListener("submit", () => kotor.clear());
  addEventListener("beforeunload", (e) => { if (kotor.size) e.preventDefault(); });

  // Keyboard: a cell is left by arrows, Enter and Tab; Escape gives back what stood there.
  const sel = () => semua("[data-sel]");
  const letak = (x) => ({ k: Number(x.dataset.k) });
  const barisDari = (x) => x.closest("[data-baris]") || x.closest("tbody");
  const ke = (k) => { if (!k) return false; k.focus(); k.select(); return true; };
  const sebaris = (b) => semua("[data-ketik]", b);
  const tegak = (k, langkah) => {
    const ini = k.closest("[data-sel]"), bagian = semua("[data-ketik]", ini).indexOf(k);
    const baris = [...new Set(sel().map(barisDari))], kolom = letak(ini).k;
    for (let i = baris.indexOf(barisDari(ini)) + langkah; baris[i]; i += langkah) {
      const calon = semua("[data-sel]", baris[i]).filter((x) => Math.floor(letak(x).k / 10) === Math.floor(kolom / 10));
      const pas = calon.find((x) => letak(x).k === kolom) || calon[langkah > 0 ? 0 : calon.length - 1];
      if (pas) { const ketik = semua("[data-ketik]", pas); return ke(ketik[bagian] || ketik[0]); }
    }
    return false;
  };
  const bulanTegak = (k, langkah) => {
    const ini = k.closest("[data-sel]"), kotak = ini.closest("td");
    const dalam = semua("[data-sel]", kotak), lain = dalam[dalam.indexOf(ini) + langkah];
    if (!lain || dalam.length < 2) return tegak(k, langkah);
    return ke(semua("[data-ketik]", lain)[semua("[data-ketik]", ini).indexOf(k)]);
  };
  const datar = (k, langkah) => { const s = sebaris(barisDari(k)); return ke(s[s.indexOf(k) + langkah]); };
  const terpilih = (k) => k.selectionStart === 0 && k.selectionEnd === k.value.length;
  lembar.addEventListener("focusin", (e) => { if (e.target.matches("[data-ketik]")) { e.target.dataset.semula = e.target.value; e.target.select(); } });
  lembar.addEventListener("keydown", (e) => {
    const k = e.target;
    if (!k.matches("[data-ketik]") || e.ctrlKey || e.metaKey || e.altKey) return;
    const tepi = k.selectionStart === k.selectionEnd;
    const gerak = {
      "/": () => k.closest(".rasio") && k.value.trim() && !terpilih(k) && datar(k, 1),
      Enter: () => bulanTegak(k, e.shiftKey ? -1 : 1) || k.blur() || true,
      ArrowDown: () => bulanTegak(k, 1) || true,
      ArrowUp: () => bulanTegak(k, -1) || true,
      ArrowRight: () => (terpilih(k) || (tepi && k.selectionEnd === k.value.length)) && datar(k, 1),
      ArrowLeft: () => (terpilih(k) || (tepi && k.selectionStart === 0)) && datar(k, -1),
      Home: () => terpilih(k) && ke(sebaris(barisDari(k))[0]),
      End: () => terpilih(k) && ke(sebaris(barisDari(k)).at(-1)),
      Escape: () => { k.value = k.dataset.semula; k.select(); const s = satuanDari(k); if (s && kotor.get(namaSatuan(s)) === "belum") { lupakan(s); tampil(s, "tersimpan", " "); } return true; },
    }[e.key];
    if (gerak && gerak()) e.preventDefault();
  });

  // Paste: rows × columns land in their cells, all in one request; what found no cell is counted.
  const langkahBaris = (mulai, nilai) => {
    const b = barisDari(mulai), ketik = sebaris(b), pecahan = nilai.some((n) => n.includes("/"));
    // A column is a whole cell where a share stands as 25/30, else each field of it.
    if (!pecahan) return ketik.slice(ketik.indexOf(mulai)).map((k) => ({ k }));
    const s = semua("[data-sel]", b);
    return s.slice(s.indexOf(mulai.closest("[data-sel]"))).map((x) => ({ x }));
  };
  lembar.addEventListener("paste", (e) => {
    const k = e.target;
    if (!k.matches("[data-ketik]")) return;
    const teks = e.clipboardData.getData("text/plain").replace(/[\r\n]+$/, "");
    const blok = teks.split(/\r?\n/).map((b) => b.split("\t").map((n) => n.trim()));
    if (blok.length === 1 && blok[0].length === 1 && !(teks.includes("/") && k.closest(".rasio"))) return;
    e.preventDefault();
    const baris = [...new Set(sel().map(barisDari))], awal = baris.indexOf(barisDari(k));
    const kena = new Set();
    let lebih = 0, isiSel = 0;
    const posisi = semua("[data-sel]", baris[awal]).indexOf(k.closest("[data-sel]")), kolom = letak(k.closest("[data-sel]")).k;
    blok.forEach((nilai, i) => {
      const b = baris[awal + i];
      if (!b) { lebih += nilai.length; return; }
      const s = semua("[data-sel]", b);
      const asal = i === 0 ? k : semua("[data-ketik]", s.find((x) => letak(x).k >= kolom) || s[posisi] || s[0])[0];
      const tempat = langkahBaris(asal, nilai);
      nilai.forEach((n, j) => {
        const t = tempat[j];
        if (!t) { lebih += 1; return; }
        if (t.x) isikan(t.x, n); else t.k.value = n;
        isiSel += 1;
        kena.add(satuanDari(t.x || t.k));
      });
    });
    kena.forEach((s) => { berubah(s); antre.add(namaSatuan(s)); });
    const pesan = kata(`${isiSel} sel ditempel.${lebih ? ` ${lebih} tidak mendapat tempat: di luar kisi atau tidak dapat diisi hari ini.` : ""}`, `${isiSel} cells pasted.${lebih ? ` ${lebih} found no place: outside the grid, or not to be filled today.` : ""}`);
    umumkan(pesan);
    const r = $("[data-tempelan]") || Object.assign(document.createElement("p"), { className: "redup" });
    r.dataset.tempelan = "";
    r.textContent = pesan;
    $(".gulir")?.before(r);
    kirim(true);
  });

  // What a bad line kept from being saved comes back after a reload, and is sent.
  Object.entries(laci()).forEach(([nama, nilai]) => {
    const s = satuan(nama);
    if (!s) { const l = laci(); delete l[nama]; simpanLaci(l); return; }
    let beda = false;
    bidang(s).forEach((b, i) => {
      const lama = nilai[`${b.name}#${i}`];
      if (lama === undefined || b.name.startsWith("versi.")) return;
      if (b.type === "checkbox") { b.checked = lama; return; }
      if (b.value !== lama) { b.value = lama; beda = true; }
    });
    if (!beda) { lupakan(s); return; }
    bidang(s).forEach((b, i) => { if (b.name.startsWith("versi.")) b.value = nilai[`${b.name}#${i}`] ?? b.value; });
    tampil(s, "belum");
    antre.add(nama);
  });
  if (antre.size) kirim();
})();
