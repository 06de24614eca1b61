//! Workbooks of today: packed parts of XML (ECMA-376). Only what a person sees is read; counts and sizes that a part claims
//! are passed over, and nothing unpacks to more than is looked at.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::fault::Refusal;
use super::grid::{Book, Budget, Grid, MB, MOST_SHEETS, MOST_UNPACKED, Region, Value, decode, of_digits};
use super::number_format::{NumberFormat, builtin};

/// More parts than any honest workbook has.
const MOST_PARTS: usize = 2_000;

/// The parts of XML by their paths, in small letters and with strokes that lean to the right.
type Parts = BTreeMap<String, String>;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let parts = unpack(bytes)?;
    let root = relations(&parts, "")?;
    let main = root.values().find(|relation| relation.kind == "officeDocument");
    let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target.clone());
    if main.ends_with(".bin") || parts.contains_key("xl/workbook.bin") {
        return Err(Refusal::Binary);
    }
    let workbook = parts.get(&main).ok_or(Refusal::NotAWorkbook)?;
    let related = relations(&parts, &main)?;
    let of_kind = |kind: &str| {
        let mut related = related.values();
        related.find(|relation| relation.kind == kind).and_then(|relation| parts.get(&relation.target))
    };
    let mut budget = Budget::default();
    let shared = Shared {
        texts: of_kind("sharedStrings").map_or_else(|| Ok(Vec::new()), |part| texts(part, &mut budget))?,
        formats: of_kind("styles").map_or_else(|| Ok(Vec::new()), |part| formats(part))?,
        plain: NumberFormat::default(),
        is_1904: false,
    };
    sheets(workbook, &related, &parts, shared, &mut budget)
}

/// Unpacks everything once: what a packed file says about its size may be a lie.
fn unpack(bytes: &[u8]) -> Result<Parts, Refusal> {
    let bomb = || Refusal::Bomb { limit: MOST_UNPACKED / MB };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(bomb());
    }
    let mut parts = Parts::new();
    let mut left = MOST_UNPACKED;
    for part in 0..archive.len() {
        let file = match archive.by_index(part) {
            Ok(file) => file,
            Err(zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED)) => {
                return Err(Refusal::Encrypted);
            }
            Err(_) => return Err(Refusal::Damaged),
        };
        // Some programs write the paths with a stroke of their own.
        let name = file.name().map(|name| name.to_ascii_lowercase().replace('\\', "/")).unwrap_or_default();
        let mut content = Vec::new();
        file.take(left + 1).read_to_end(&mut content).map_err(|_| Refusal::Damaged)?;
        left = left.checked_sub(content.len() as u64).ok_or_else(bomb)?;
        if name.ends_with(".bin") {
            parts.insert(name, String::new());
        } else if name.ends_with(".xml") || name.ends_with(".rels") {
            parts.insert(name, decode(&content).ok_or(Refusal::Damaged)?);
        }
    }
    Ok(parts)
}

/// What a part is related to.
struct Relation {
    /// The last word of its type.
    kind: String,
    target: String,
}

/// What a part is related to, by id; the whole package where none is named.
fn relations(parts: &Parts, part: &str) -> Result<BTreeMap<String, Relation>, Refusal> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let start = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let mut relations = BTreeMap::new();
    let Some(part) = parts.get(&format!("{start}_rels/{name}.rels")) else {
        return Ok(relations);
    };
    each(part, |event| {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "Relationship"
        {
            let kind = attribute(element, "Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or("").to_owned();
            let target = attribute(element, "Target").unwrap_or_default().to_ascii_lowercase().replace('\\', "/");
            let target = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("{start}{}", target.strip_prefix("./").unwrap_or(&target)),
            };
            relations.insert(attribute(element, "Id").unwrap_or_default(), Relation { kind, target });
        }
        Ok(())
    })?;
    Ok(relations)
}

/// Goes through a part; an element without content comes as one that begins and ends.
fn each(part: &str, mut take: impl FnMut(&Event<'_>) -> Result<(), Refusal>) -> Result<(), Refusal> {
    let mut reader = Reader::from_str(part);
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event().map_err(|_| Refusal::Damaged)? {
            Event::Eof => return Ok(()),
            event => take(&event)?,
        }
    }
}

/// An attribute, whatever stands before the colon in its name.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn is_on(element: &BytesStart<'_>, name: &str) -> bool {
    matches!(attribute(element, name).as_deref(), Some("1" | "true"))
}

/// A text without the escapes of what XML cannot hold: `_x000D_` is a carriage return.
fn unescaped(text: &str) -> String {
    let mut rest = text;
    let mut whole = String::new();
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest[at + 6..].starts_with('_'));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        whole.push_str(&rest[..at]);
        rest = if let Some(letter) = letter {
            whole.push(letter);
            &rest[at + 7..]
        } else {
            whole.push_str("_x");
            &rest[at + 2..]
        };
    }
    whole + rest
}

/// What an event adds to a text.
fn add(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(letters) => text.push_str(&letters.xml10_content()),
        Event::CData(letters) => text.push_str(&letters.xml10_content()),
        Event::GeneralRef(reference) => match (reference.resolve_char_ref(), reference.as_ref()) {
            (Ok(Some(letter)), _) => text.push(letter),
            (_, "lt") => text.push('<'),
            (_, "gt") => text.push('>'),
            (_, "amp") => text.push('&'),
            (_, "quot") => text.push('"'),
            (_, "apos") => text.push('\''),
            _ => {}
        },
        _ => {}
    }
}

/// The texts that all sheets share; how they are to be pronounced does not belong to them.
fn texts(part: &str, budget: &mut Budget) -> Result<Vec<String>, Refusal> {
    let mut texts = Vec::new();
    let (mut text, mut is_text, mut is_reading) = (String::new(), false, false);
    each(part, |event| {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "si" => text.clear(),
                "rPh" => is_reading = true,
                "t" => is_text = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "si" => {
                    budget.take(text.len() + 1)?;
                    texts.push(unescaped(&text));
                }
                "rPh" => is_reading = false,
                "t" => is_text = false,
                _ => {}
            },
            event if is_text && !is_reading => add(&mut text, event),
            _ => {}
        }
        Ok(())
    })?;
    Ok(texts)
}

/// The number formats of the styles of cells.
fn formats(part: &str) -> Result<Vec<NumberFormat>, Refusal> {
    let mut written: BTreeMap<u32, String> = BTreeMap::new();
    let mut styles: Vec<u32> = Vec::new();
    let mut is_of_cells = false;
    each(part, |event| {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(element, "numFmtId").and_then(|id| id.parse().ok());
                    written.extend(id.zip(attribute(element, "formatCode")));
                }
                "cellXfs" => is_of_cells = true,
                "xf" if is_of_cells => {
                    let id = attribute(element, "numFmtId").and_then(|id| id.parse().ok());
                    styles.push(id.unwrap_or(0));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => is_of_cells = false,
            _ => {}
        }
        Ok(())
    })?;
    let code = |id: u32| written.get(&id).map_or_else(|| builtin(id), String::as_str);
    Ok(styles.into_iter().map(|id| NumberFormat::parse(code(id))).collect())
}

/// What all sheets share.
struct Shared {
    texts: Vec<String>,
    formats: Vec<NumberFormat>,
    plain: NumberFormat,
    is_1904: bool,
}

/// The sheets that hold cells: charts, dialogues and the sheets of macros do not.
fn sheets(
    workbook: &str,
    related: &BTreeMap<String, Relation>,
    parts: &Parts,
    mut shared: Shared,
    budget: &mut Budget,
) -> Result<Book, Refusal> {
    let mut named: Vec<(Grid, &str)> = Vec::new();
    each(workbook, |event| {
        let Event::Start(element) = event else {
            return Ok(());
        };
        match element.local_name().as_ref() {
            "workbookPr" => shared.is_1904 |= is_on(element, "date1904"),
            "sheet" => {
                let relation = attribute(element, "id").and_then(|id| related.get(&id));
                if let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") {
                    let part = parts.get(&relation.target).ok_or(Refusal::Damaged)?;
                    let mut grid = Grid::named(&attribute(element, "name").unwrap_or_default());
                    grid.is_hidden = !matches!(attribute(element, "state").as_deref(), None | Some("visible"));
                    named.push((grid, part));
                }
            }
            _ => {}
        }
        if named.len() > MOST_SHEETS {
            return Err(Refusal::TooManySheets { limit: MOST_SHEETS });
        }
        Ok(())
    })?;
    if named.is_empty() {
        return Err(Refusal::Damaged);
    }
    let mut sheets = Vec::new();
    for (grid, part) in named {
        let mut reader = SheetReader { shared: &shared, budget, grid, cell: None, row: 0, column: 0, open: None };
        each(part, |event| reader.event(event))?;
        sheets.push(reader.grid);
    }
    Ok(Book { sheets })
}

/// A cell while it is read.
#[derive(Default)]
struct Cell {
    at: (u32, u32),
    style: Option<usize>,
    kind: String,
    value: Option<String>,
    text: String,
    has_formula: bool,
}

/// What of a cell is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Value,
    Text,
    Reading,
}

struct SheetReader<'a> {
    shared: &'a Shared,
    budget: &'a mut Budget,
    grid: Grid,
    cell: Option<Cell>,
    /// Where a cell stands that does not say it.
    row: u32,
    column: u32,
    open: Option<Open>,
}

impl SheetReader<'_> {
    fn event(&mut self, event: &Event<'_>) -> Result<(), Refusal> {
        match event {
            Event::Start(element) => {
                self.start(element);
                Ok(())
            }
            Event::End(element) => match element.local_name().as_ref() {
                "c" => self.end_of_cell(),
                "row" => {
                    (self.row, self.column) = (self.row.saturating_add(1), 0);
                    Ok(())
                }
                "v" | "rPh" => {
                    self.open = None;
                    Ok(())
                }
                "t" if self.open == Some(Open::Text) => {
                    self.open = None;
                    Ok(())
                }
                _ => Ok(()),
            },
            event => {
                if let Some(cell) = &mut self.cell {
                    match self.open {
                        Some(Open::Value) => add(cell.value.get_or_insert_default(), event),
                        Some(Open::Text) => add(&mut cell.text, event),
                        Some(Open::Reading) | None => {}
                    }
                }
                Ok(())
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        match (element.local_name().as_ref(), &mut self.cell) {
            ("row", _) => {
                let number = attribute(element, "r").and_then(|row| row.parse::<u32>().ok());
                self.row = number.map_or(self.row, |row| row.saturating_sub(1));
                self.column = 0;
                if is_on(element, "hidden") || is_flat(element, "ht") {
                    self.grid.hide_row(self.row);
                }
            }
            ("col", None) if is_on(element, "hidden") || is_flat(element, "width") => {
                let number = |name: &str| attribute(element, name).and_then(|number| number.parse::<u32>().ok());
                if let (Some(first @ 1..), Some(last @ 1..)) = (number("min"), number("max")) {
                    self.grid.hide_columns(first - 1, last - 1);
                }
            }
            ("c", _) => {
                let at = attribute(element, "r").and_then(|address| address_of(&address));
                let at = at.unwrap_or((self.row, self.column));
                (self.row, self.column) = (at.0, at.1.saturating_add(1));
                let style = attribute(element, "s").and_then(|style| style.parse().ok());
                let kind = attribute(element, "t").unwrap_or_default();
                self.cell = Some(Cell { at, style, kind, ..Cell::default() });
                self.open = None;
            }
            ("v", Some(cell)) => {
                cell.value = Some(String::new());
                self.open = Some(Open::Value);
            }
            ("f", Some(cell)) => cell.has_formula = true,
            ("rPh", Some(_)) => self.open = Some(Open::Reading),
            ("t", Some(_)) if self.open.is_none() => self.open = Some(Open::Text),
            ("mergeCell", None) => {
                let region = attribute(element, "ref").and_then(|region| {
                    let (first, last) = region.split_once(':')?;
                    Some(Region { first: address_of(first)?, last: address_of(last)? })
                });
                self.grid.merge(region);
            }
            _ => {}
        }
    }

    fn end_of_cell(&mut self) -> Result<(), Refusal> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        let shared = self.shared;
        let format = cell.style.and_then(|style| shared.formats.get(style)).unwrap_or(&shared.plain);
        let written = cell.value.as_deref().unwrap_or("");
        let value = match cell.kind.as_str() {
            "inlineStr" => Value::of_text(unescaped(&cell.text), format),
            "s" if cell.value.is_some() => {
                let text = written.trim().parse().ok().and_then(|at: usize| shared.texts.get(at));
                Value::of_text(text.ok_or(Refusal::Damaged)?.clone(), format)
            }
            // A formula may well come to nothing; one that was never computed has no value.
            "str" if cell.value.is_some() => Value::of_text(unescaped(written), format),
            _ if written.trim().is_empty() && cell.has_formula => Value::NoValue,
            _ if written.trim().is_empty() => return Ok(()),
            "b" => Value::Bool(matches!(written.trim(), "1" | "true")),
            "e" => Value::Error(written.to_owned()),
            "d" => match written.get(..10).and_then(|day| day.parse().ok()) {
                Some(day) => Value::Day(day),
                None => Value::Time(written.to_owned()),
            },
            _ => match of_digits(written) {
                Some(number) => Value::of_number(number, format, shared.is_1904),
                None => Value::Text(written.to_owned()),
            },
        };
        self.grid.put(cell.at.0, cell.at.1, value, self.budget)
    }
}

/// Whether a height or width leaves nothing to be seen.
fn is_flat(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|size| {
        let whole = size.split('.').next().unwrap_or("");
        whole == "0" || (name == "ht" && whole == "1")
    })
}

/// Row and column of an address such as B3.
fn address_of(address: &str) -> Option<(u32, u32)> {
    let address = address.replace('$', "");
    let letters = address.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = address.split_at(letters);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        let digit = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(digit)
    });
    let row: u32 = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column?.checked_sub(1)?))
}
