//! How the page looks in a browser. Colour repeats what the words say; on paper there is none.

/// The style, in the page itself.
pub(super) const STYLE: &str = r#"
:root {
  color-scheme: light dark;
  --ink: #1a1a1a;
  --paper: #fff;
  --line: #b8b8b8;
  --soft: #595959;
  --band: #f2f2f2;
  --good: #17692f;
  --notice: #7a5200;
  --serious: #8a2d8a;
  --grave: #b00020;
  --red: #c00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e6e6;
    --paper: #161616;
    --line: #555;
    --soft: #a8a8a8;
    --band: #242424;
    --good: #7fd69a;
    --notice: #e6b84d;
    --serious: #e29be2;
    --grave: #ff8a94;
    --red: #ff7b7b;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  padding: 2rem 1rem 4rem;
  max-width: 62rem;
  color: var(--ink);
  background: var(--paper);
  font: 1rem/1.75 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
  overflow-wrap: anywhere;
}
h1 {
  font-size: 1.6rem;
  line-height: 1.35;
  margin: 0 0 1rem;
}
h2 {
  font-size: 1.25rem;
  line-height: 1.4;
  margin: 2rem 0 .5rem;
}
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
p { margin: .35rem 0; }
dl { margin: .75rem 0; }
dt { font-weight: 600; }
dd { margin: 0 0 0 2em; }
pre {
  font: inherit;
  white-space: pre-wrap;
  padding: .75rem 1rem;
  border-left: 3px solid var(--line);
  background: var(--band);
}
.wide { overflow-x: auto; margin: .75rem 0; }
figure { break-inside: avoid; }
@media print, (min-width: 50rem) { figure svg { max-width: 100%; height: auto; } }
table {
  border-collapse: collapse;
  font-size: .9rem;
  line-height: 1.5;
}
th, td {
  border: 1px solid var(--line);
  padding: .25rem .5rem;
  text-align: left;
  vertical-align: top;
  overflow-wrap: normal;
  white-space: nowrap;
  font-weight: normal;
}
thead th, thead td { background: var(--band); font-weight: 600; }
.prose {
  white-space: normal;
  min-width: 8em;
  overflow-wrap: anywhere;
}
.number { text-align: right; font-variant-numeric: tabular-nums; }
.good { color: var(--good); }
.notice { color: var(--notice); }
.serious { color: var(--serious); }
.grave { color: var(--grave); font-weight: 600; }
.muted, .legend { color: var(--soft); }
.strong { font-weight: 600; }
.mark { text-align: center; color: var(--soft); font-size: .85rem; }
header { border-bottom: 3px solid var(--red); margin: 0 0 1.5rem; padding-bottom: .5rem; }
.issuer { text-align: center; color: var(--red); font-size: 1.6rem; font-weight: 600; }
.centred { text-align: center; }
.addressee { margin: 1rem 0 .35rem; }
.close { width: fit-content; margin: 2rem 2rem 1rem auto; text-align: center; }
.annex { break-before: page; margin-top: 3rem; font-weight: 600; }
footer { border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); margin-top: 3rem; font-size: .9rem; }
details { margin: .5rem 0; border: 1px solid var(--line); border-radius: .25rem; padding: .25rem .75rem; }
summary { cursor: pointer; padding: .25rem 0; }
details[open] > summary { border-bottom: 1px solid var(--line); margin-bottom: .5rem; }
#choose {
  position: sticky;
  top: 0;
  display: flex;
  flex-wrap: wrap;
  gap: .5rem 1rem;
  align-items: center;
  padding: .5rem 0;
  margin: 1rem 0;
  background: var(--paper);
  border-bottom: 1px solid var(--line);
  z-index: 1;
}
[hidden], #choose[hidden] { display: none; }
#choose select, #choose button { font: inherit; max-width: 14em; color: var(--ink); background: var(--band); border: 1px solid var(--line); }
thead button { font: inherit; font-weight: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
[aria-sort="ascending"] button::after { content: " ^"; }
[aria-sort="descending"] button::after { content: " v"; }
:focus-visible { outline: 3px solid var(--good); outline-offset: 2px; }
.signature {
  margin: 3rem 0 0 auto;
  width: 22em;
  max-width: 100%;
  list-style: none;
  padding: 0;
}
.signature li {
  border-bottom: 1px solid var(--ink);
  padding: 1rem 0 .1rem;
  break-inside: avoid;
}
@page { size: A4; margin: 20mm 18mm; }
@media print {
  :root {
    --ink: #000;
    --paper: #fff;
    --line: #777;
    --soft: #333;
    --band: #f2f2f2;
    --good: #000;
    --notice: #000;
    --serious: #000;
    --grave: #000;
    --red: #c00;
  }
  body {
    max-width: none;
    padding: 0;
    font-size: 11pt;
  }
  h1, h2, h3, dt { break-after: avoid; }
  tr, dd { break-inside: avoid; }
  thead { display: table-header-group; }
  #choose { display: none; }
  details { border: 0; padding: 0; }
  .wide { overflow: visible; }
  table { font-size: 8pt; width: 100%; }
  .many table { font-size: 6.5pt; }
  th, td { padding: .1rem .25rem; }
  thead th, thead td { white-space: normal; word-break: keep-all; }
  .prose { min-width: 5em; }
}
"#;

/// Its digest, as the policy of the page names it: no other style is allowed, whatever a text contains. A test computes
/// it again.
pub(super) const DIGEST: &str = "sha256-aQNchFpnQzAU7H+N/MQcsYe8b2fs/98PIa9tohob/Uo=";
