// What makes the pages quicker for those who use them all day. Nothing here is needed: every page works without it.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // The first thing to read after a refusal is the refusal.
  one("[data-focus]")?.focus();

  // Keyboard.
  const sheet = one("#keys");
  const letters = one("input[data-letters]");
  letters?.addEventListener("change", () => {
    root.dataset.letters = letters.checked ? "on" : "off";
    // Kept with the account. When it cannot be reached the form goes out as any other, and the page says what is wrong.
    fetch(letters.form.action, { method: "POST", body: new FormData(letters.form), redirect: "manual" })
      .then(answer => { if (answer.status >= 400) letters.form.submit(); }, () => letters.form.submit());
  });
  const lettersOn = () => root.dataset.letters !== "off";
  const shown = element => element.getClientRects().length > 0;
  const rows = () => all("[data-row]").filter(shown);
  const rowOf = element => element?.closest?.("[data-row]");
  let row = null;
  document.addEventListener("focusin", event => { row = rowOf(event.target) ?? row; });

  const step = by => {
    const list = rows();
    if (!list.length) return;
    const at = list.indexOf(rowOf(document.activeElement) ?? row);
    const next = list[Math.min(Math.max(at + by, 0), list.length - 1)] ?? list[0];
    const target = one("a", next) ?? one("button, input", next);
    row = next;
    target?.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  const press = key => {
    const place = rowOf(document.activeElement) ?? (row?.isConnected ? row : null);
    const control = (place && one(`[data-key="${key}"]`, place)) ?? all(`[data-key="${key}"]`).find(shown);
    if (control) { control.focus(); control.click(); }
    return Boolean(control);
  };
  const choose = many => {
    const place = rowOf(document.activeElement) ?? row;
    const box = place && one("input[type=checkbox]", place);
    if (box) box.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: many }));
    return Boolean(box);
  };
  // Chosen rows: a box, x, or with shift all from the last one on. The bar counts them; its buttons lead to a preview.
  const bar = one("[data-chosen]");
  const boxes = () => bar ? [...bar.elements].filter(field => field.matches("[data-row] input[type=checkbox]") && shown(field.closest("label") ?? field)) : [];
  let last = null;
  let shift = false;
  const count = () => {
    const every = boxes();
    const chosen = every.filter(box => box.checked);
    for (const box of every) rowOf(box).classList.toggle("chosen", box.checked);
    const said = one("[data-chosen-count]", bar);
    said.textContent = chosen.length === 0 ? said.dataset.none : chosen.length === 1 ? said.dataset.one : said.dataset.some.replace("{0}", chosen.length);
    const whole = one("[data-chosen-all]", bar);
    whole.checked = chosen.length > 0 && chosen.length === every.length;
    whole.indeterminate = chosen.length > 0 && chosen.length < every.length;
  };
  if (bar) {
    document.addEventListener("click", event => { shift = event.shiftKey; }, true);
    one("[data-chosen-all]", bar).addEventListener("change", event => {
      for (const box of boxes()) box.checked = event.target.checked;
      count();
    });
    count();
    addEventListener("pageshow", count);
  }
  document.addEventListener("change", event => {
    const box = event.target;
    if (!box.matches?.("[data-row] input[type=checkbox]")) return;
    rowOf(box).classList.toggle("chosen", box.checked);
    if (box.form !== bar || !bar) return;
    const every = boxes();
    const [from, to] = [every.indexOf(last), every.indexOf(box)];
    if (shift && from >= 0) for (const between of every.slice(Math.min(from, to), Math.max(from, to) + 1)) between.checked = box.checked;
    last = box;
    shift = false;
    count();
  });

  // Charts: the arrow keys go from point to point, each is said, Enter opens its list. The table below says the same without.
  for (const chart of all("[data-walk]")) {
    const points = all("[data-point]", chart);
    const said = one("[data-walk-said]", chart);
    let at = -1;
    const go = to => {
      points[at]?.classList.remove("walked-to");
      at = Math.min(Math.max(to, 0), points.length - 1);
      points[at]?.classList.add("walked-to");
      if (points[at]) said.textContent = points[at].dataset.point;
    };
    const open = point => { if (point?.dataset.href) location.assign(point.dataset.href); };
    const steps = { ArrowRight: () => go(at + 1), ArrowDown: () => go(at + 1), ArrowLeft: () => go(at - 1), ArrowUp: () => go(at - 1), Home: () => go(0), End: () => go(points.length - 1), Enter: () => open(points[at]) };
    chart.addEventListener("keydown", event => {
      if (!steps[event.key] || event.target !== chart) return;
      event.preventDefault();
      event.stopPropagation();
      steps[event.key]();
    });
    chart.addEventListener("click", event => open(event.target.closest("[data-point]")));
    chart.addEventListener("mouseover", event => { const point = event.target.closest("[data-point]"); if (point) go(points.indexOf(point)); });
  }

  let before = null;
  const openSheet = () => { if (sheet && !sheet.open) { before = document.activeElement; sheet.showModal(); } };
  sheet?.addEventListener("close", () => before?.focus?.());
  one("[data-keys]")?.addEventListener("click", openSheet);

  const typing = element => element?.matches?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  let goes = 0;
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const active = document.activeElement;
    if (event.key === "Escape") {
      const open = active?.closest?.("details[open]");
      if (active?.matches?.("[data-search], [data-filter]")) { active.blur(); before?.focus?.(); }
      else if (open) { open.open = false; one("summary", open)?.focus(); }
      return;
    }
    if (typing(active) || sheet?.open) return;
    if (event.key === "?") { openSheet(); event.preventDefault(); return; }
    if (!lettersOn()) return;
    const afterG = goes && event.timeStamp - goes < 1500;
    goes = 0;
    let used = true;
    if (afterG) { const link = one(`[data-go="${CSS.escape(event.key)}"]`); if (link) link.click(); else used = false; }
    else if (event.key === "g") goes = event.timeStamp;
    else if (event.key === "/") { before = active; const field = one("[data-search]"); field?.focus(); field?.select(); used = Boolean(field); }
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "x" || event.key === "X") used = choose(event.shiftKey);
    else if (/^[a-z]$/.test(event.key)) used = press(event.key);
    else used = false;
    if (used) event.preventDefault();
  });

  // Live filter of the rows of a list.
  const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  for (const field of all("[data-filter]")) {
    const count = one("[data-filter-count]", field.parentElement);
    field.addEventListener("input", () => {
      const words = plain(field.value).split(/\s+/).filter(Boolean);
      let left = 0;
      for (const item of all(`${field.dataset.filter} [data-row]`)) {
        const text = plain(item.textContent);
        item.hidden = !words.every(word => text.includes(word));
        if (!item.hidden) left++;
      }
      if (count) count.textContent = words.length ? (left ? count.dataset.some.replace("{0}", left) : count.dataset.none) : "";
    });
  }

  // A button that only looks something up brings its parts of the page anew and leaves the rest as it is.
  for (const button of all("button[data-refresh]")) {
    button.addEventListener("click", async event => {
      event.preventDefault();
      button.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(location.href, { method: "POST", body: new FormData(button.form, button) });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of all(button.dataset.refresh)) part.replaceChildren(...(one(`#${part.id}`, page)?.childNodes ?? []));
      } catch {
        button.form.requestSubmit(button);
        return;
      }
      button.removeAttribute("aria-busy");
    });
  }

  // Unsaved text asks before it is left; a form goes out once.
  let unsaved = false;
  let leaving = false;
  document.addEventListener("input", event => { if (event.target.form?.matches("[data-guard]")) unsaved = true; });
  addEventListener("beforeunload", event => { if (unsaved && !leaving) event.preventDefault(); });
  document.addEventListener("submit", event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    leaving = true;
    const op = form.elements.op;
    if (op) history.replaceState({ ...history.state, sent: { ...history.state?.sent, [form.id]: op.value } }, "");
    // After the event, so that the pressed button still sends its value.
    setTimeout(() => { for (const button of all("button", form)) { button.disabled = true; button.setAttribute("aria-busy", "true"); } });
  });

  // Text that was not sent is kept on the server after a pause, and offered when its page is opened again, on any machine.
  const pause = 2000;
  const keeping = all("form[data-keep]").filter(form => form.elements.op && (form.matches("[data-guard]") || one("textarea", form)));
  const fieldsOf = form => {
    const times = {};
    return [...form.elements]
      .filter(field => field.name && field.matches("textarea, select, input:not([type=hidden], [type=password], [type=file], [type=submit], [autocomplete=one-time-code])"))
      .map(field => { const time = times[field.name] = (times[field.name] ?? 0) + 1; return [time > 1 ? `${field.name} ${time}` : field.name, field]; });
  };
  const ticks = field => field.type === "checkbox" || field.type === "radio";
  const valueOf = field => ticks(field) ? (field.checked ? "on" : "") : field.value;
  const opened = new Map(keeping.flatMap(fieldsOf).map(([, field]) => [field, valueOf(field)]));
  const waiting = new Map();
  const offers = new Set();
  const note = (form, words, ...buttons) => {
    one("[data-kept]", form)?.remove();
    const place = document.createElement("div");
    place.className = "note";
    place.dataset.kept = "";
    place.setAttribute("role", "status");
    const said = document.createElement("p");
    said.textContent = words;
    const acts = document.createElement("div");
    acts.className = "acts";
    for (const [word, act] of buttons) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = word;
      button.addEventListener("click", () => { offers.delete(form); place.remove(); act(); });
      acts.append(button);
    }
    place.append(said, ...(buttons.length ? [acts] : []));
    // First in a form that nobody has begun; else last, so that what is about to be pressed stays where it is.
    if (fieldsOf(form).some(([, field]) => valueOf(field) !== opened.get(field))) form.append(place); else form.prepend(place);
  };
  const tell = async (form, address, what, more) => {
    try {
      const body = new URLSearchParams({ ...what, __RequestVerificationToken: form.elements.__RequestVerificationToken?.value ?? "" });
      const answer = await fetch(address, { method: "POST", body, redirect: "manual", ...more });
      if (answer.status === 413) note(form, await answer.text());
    } catch {
      // Not reached: the text is still on the page, and goes with the next pause.
    }
  };
  const keep = (form, more) => {
    clearTimeout(waiting.get(form));
    waiting.delete(form);
    const whole = form.dataset.keep === "all";
    // An offer that was not answered is not written over: what is new stands beside it.
    const typed = fieldsOf(form).filter(([, field]) => whole || valueOf(field) !== opened.get(field)).map(([name, field]) => [name, valueOf(field)]);
    const number = form.elements.op.value;
    if (typed.length) tell(form, "/kept", { number, page: location.pathname, form: form.id, fields: JSON.stringify(Object.fromEntries(typed)), beside: offers.has(form) ? "yes" : "" }, more);
    else tell(form, "/kept/drop", { number }, more);
  };
  const offer = (form, kept, text) => {
    const fields = fieldsOf(form).filter(([name, field]) => name in text.fields && text.fields[name] !== valueOf(field));
    if (!fields.length) return;
    offers.add(form);
    const resume = () => {
      // It goes on as the form that it was typed in: sent once, wherever.
      form.elements.op.value = text.number;
      for (const [name, field] of fields) {
        if (ticks(field)) field.checked = text.fields[name] === "on"; else field.value = text.fields[name];
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
      fields[0][1].focus();
    };
    note(form, text.said, [kept.resume, resume], [kept.drop, () => tell(form, "/kept/drop", { number: text.number })]);
  };
  for (const form of keeping) {
    form.addEventListener("input", () => { clearTimeout(waiting.get(form)); waiting.set(form, setTimeout(keep, pause, form)); });
    form.addEventListener("submit", () => { clearTimeout(waiting.get(form)); waiting.delete(form); });
    // A form that came back with a refusal has another number now, and so has its text.
    if (form.dataset.keep === "all") keep(form);
  }
  addEventListener("pagehide", () => { for (const form of [...waiting.keys()]) keep(form, { keepalive: true }); });
  if (keeping.some(form => form.dataset.keep !== "all")) {
    fetch(`/kept?page=${encodeURIComponent(location.pathname)}`, { redirect: "manual", cache: "no-store" })
      .then(answer => answer.ok ? answer.json() : { texts: [] })
      .then(kept => {
        for (const text of kept.texts) {
          const form = keeping.find(each => each.id === text.form && each.dataset.keep !== "all");
          if (form) offer(form, kept, text);
        }
      }, () => { /* Nothing is offered this time; the page works as it is. */ });
  }
  // Gone back to: what was sent from here keeps its number, so that sending it again does nothing twice.
  if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") {
    for (const [id, op] of Object.entries(history.state?.sent ?? {})) {
      const field = document.getElementById(id)?.elements.op;
      if (field) field.value = op;
    }
  }
  addEventListener("pageshow", event => {
    if (!event.persisted) return;
    leaving = false;
    for (const button of all("button[aria-busy]")) { button.disabled = false; button.removeAttribute("aria-busy"); }
  });
})();
