//! What a page can do where scripts are allowed: filter by unit, task and tier, sort tables, and keep the filter in the
//! address, so that it can be passed on. Without scripts everything is still there.

/// The script, in the page itself. It creates elements and texts, never markup, so that no text of the page can become
/// any.
pub(super) const SCRIPT: &str = r##"//<![CDATA[
"use strict";
(function () {
  var bar = document.getElementById("choose");
  if (!bar) return;
  var list = function (found) { return Array.prototype.slice.call(found); };
  var marked = list(document.querySelectorAll("[data-unit]"));
  var selects = list(bar.querySelectorAll("select"));
  var count = bar.querySelector("output");
  var main = document.querySelector("table.chosen");
  var state = {};

  function read() {
    state = {};
    location.hash.slice(1).split("&").forEach(function (part) {
      var at = part.indexOf("=");
      if (at < 1) return;
      try { state[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1)); } catch (error) { return; }
    });
  }
  function write() {
    var parts = Object.keys(state).filter(function (key) { return state[key]; });
    parts = parts.map(function (key) { return key + "=" + encodeURIComponent(state[key]); });
    try { history.replaceState(null, "", "#" + parts.join("&")); } catch (error) { location.hash = parts.join("&"); }
  }
  function choose() {
    var rows = 0, shown = 0;
    marked.forEach(function (one) {
      var fits = selects.every(function (select) {
        return !select.value || one.getAttribute("data-" + select.name) === select.value;
      });
      one.hidden = !fits;
      if (main && main.contains(one)) { rows += 1; if (fits) shown += 1; }
    });
    count.textContent = shown + " / " + rows;
  }
  function fill(select) {
    var seen = {};
    marked.forEach(function (one) {
      var value = one.getAttribute("data-" + select.name);
      if (!value || Object.prototype.hasOwnProperty.call(seen, value)) return;
      seen[value] = true;
      var option = document.createElement("option");
      option.value = value;
      option.textContent = value;
      select.appendChild(option);
    });
    select.addEventListener("change", function () { state[select.name] = select.value; write(); choose(); });
  }
  function key(row, column) {
    var cell = row.children[column];
    var number = cell.getAttribute("data-n");
    return number === null ? cell.textContent : parseFloat(number);
  }
  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a === "number") return -1;
    if (typeof b === "number") return 1;
    return a.localeCompare(b, document.documentElement.lang);
  }
  function sort(table, column, down) {
    var body = table.tBodies[0];
    var rows = list(body.rows).map(function (row, at) { return { row: row, at: at, key: key(row, column) }; });
    rows.sort(function (one, other) { return (down ? -1 : 1) * compare(one.key, other.key) || one.at - other.at; });
    rows.forEach(function (one) { body.appendChild(one.row); });
    list(table.tHead.rows[0].cells).forEach(function (head, at) {
      if (at === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
  }
  function sortable(table) {
    list(table.tHead.rows[0].cells).forEach(function (head, column) {
      if (!head.textContent) return;
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        if (table === main) { state.sort = (down ? "-" : "") + column; write(); }
        sort(table, column, down);
      });
    });
  }
  function apply() {
    read();
    selects.forEach(function (select) { select.value = state[select.name] || ""; if (select.selectedIndex < 0) select.value = ""; });
    choose();
    var wanted = /^(-?)(\d+)$/.exec(state.sort || "");
    if (wanted && main && Number(wanted[2]) < main.tHead.rows[0].cells.length) sort(main, Number(wanted[2]), wanted[1] === "-");
  }
  selects.forEach(fill);
  list(document.querySelectorAll("table.chosen")).forEach(sortable);
  bar.querySelector("button").addEventListener("click", function () { state = {}; write(); apply(); });
  window.addEventListener("hashchange", apply);
  window.addEventListener("beforeprint", function () {
    list(document.querySelectorAll("details")).forEach(function (one) { one.open = true; });
  });
  bar.hidden = false;
  apply();
})();
//]]>
"##;

/// Its digest, as the policy of the page names it: no other script is allowed, whatever a text contains. A test
/// computes it again.
pub(super) const DIGEST: &str = "sha256-wt6rCRugsDzVGwbOkxairDV2EFhZ3KJVsXeN4J8Yl8U=";
