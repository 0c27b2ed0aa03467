(function () {
  "use strict";
  function data(id) { return JSON.parse(document.getElementById(id).textContent); }
  var traces = data("traces"), sources = data("source-data"), words = data("labels");
  var dialog = document.getElementById("trace"), body = document.getElementById("trace-body"), card = document.getElementById("card");

  function add(parent, name, text) {
    var element = document.createElement(name);
    if (text) { element.textContent = text; }
    parent.appendChild(element);
    return element;
  }
  function row(list, name, text) {
    if (!text) { return null; }
    add(list, "dt", name);
    return add(list, "dd", text);
  }
  function link(parent, url) {
    var a = add(parent, "a", words.open_source);
    a.href = url; a.rel = "noopener noreferrer";
  }
  function show(record) {
    var found = traces[record];
    body.textContent = "";
    var list = add(body, "dl");
    row(list, words.record, record);
    if (!found) { dialog.showModal(); return; }
    row(list, words.kind, found.what);
    row(list, words.recorded, found.recorded);
    found.cites.forEach(function (cite) {
      var part = add(body, "dl"), source = sources[cite.source] || {};
      var where = row(part, words.source, "[" + cite.source + "] " + (source.title || ""));
      if (source.url) { where.appendChild(document.createTextNode(" ")); link(where, source.url); }
      var place = row(part, words.place, cite.at);
      if (place && cite.link) { place.appendChild(document.createTextNode(" ")); link(place, cite.link); }
      if (cite.quote) { add(part, "dt", words.quote); add(add(part, "dd"), "blockquote", cite.quote); }
      row(part, words.archived, cite.document || words.not_archived);
    });
    dialog.showModal();
  }
  function hover(event) {
    var a = event.target.closest ? event.target.closest(".cite a") : null;
    if (!a) { card.hidden = true; return; }
    var source = sources[a.dataset.source] || {};
    var holder = a.closest("[data-record]"), found = holder ? traces[holder.dataset.record] : null;
    card.textContent = "";
    add(card, "strong", source.title);
    if (source.publisher) { add(card, "div", source.publisher); }
    if (a.dataset.at) { add(card, "div", a.dataset.at); }
    (found ? found.cites : []).forEach(function (cite) {
      if (String(cite.source) === a.dataset.source && cite.at === a.dataset.at && cite.quote) { add(card, "blockquote", cite.quote); }
    });
    card.hidden = false;
    var box = a.getBoundingClientRect(), left = Math.min(box.left, innerWidth - card.offsetWidth - 12);
    card.style.left = Math.max(8, left) + scrollX + "px";
    card.style.top = box.bottom + scrollY + 6 + "px";
  }
  document.querySelectorAll(".cite a").forEach(function (a) { a.removeAttribute("title"); });
  document.addEventListener("mouseover", hover);
  document.addEventListener("focusin", hover);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { card.hidden = true; } });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("button.trace");
    if (button) { show(button.dataset.record); }
  });
  document.querySelectorAll("a.switch").forEach(function (a) {
    a.addEventListener("click", function () { a.href = a.href.split("#")[0] + location.hash; });
  });
  var toggle = document.getElementById("dark"), root = document.documentElement;
  toggle.hidden = false;
  toggle.addEventListener("click", function () {
    var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
})();
