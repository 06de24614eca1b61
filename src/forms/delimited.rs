//! Texts with a mark between fields. What cannot be told apart is refused: a quotation mark that never closes, a row that
//! stands inside the quotation marks of another.

use super::fault::Refusal;
use super::grid::{Book, Budget, Grid, Value, decode};

/// Reads a text as cells, at the addresses that Excel gives them: lines inside quotation marks are no rows, blank ones are.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let text = decode(bytes).ok_or(Refusal::NotText)?;
    let mark = mark_of(&text);
    let (mut grid, mut budget) = (Grid::default(), Budget::default());
    for (row, fields) in (0..).zip(records(&text, mark)?) {
        for (column, field) in (0..).zip(fields) {
            if !field.is_kept {
                grid.doubt_zeros(row, column);
            }
            grid.put(row, column, Value::Text(field.text), &mut budget)?;
        }
    }
    Ok(Book { sheets: vec![grid] })
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Field {
    text: String,
    /// Written as `="7.10"`, so that Excel leaves it alone; anything else may have been 7.10 and become 7.1.
    is_kept: bool,
}

/// The mark between fields: of those that offices use the most frequent one.
fn mark_of(text: &str) -> char {
    let first: Vec<&str> = text.lines().take(20).collect();
    let count = |mark: char| first.iter().map(|line| line.matches(mark).count()).sum::<usize>();
    [',', '\t', ';'].into_iter().max_by_key(|&mark| (count(mark), mark == ',')).unwrap_or(',')
}

/// The rows. Each of the three ends of lines ends one; a lone carriage return is a line end to Excel as well.
fn records(text: &str, mark: char) -> Result<Vec<Vec<Field>>, Refusal> {
    let mut rows = vec![vec![Field::default()]];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let row = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let fields = rows.last_mut().expect("there is one from the beginning");
        let field = fields.last_mut().expect("a row has a field");
        match letter {
            '"' if matches!(field.text.as_str(), "" | "=") => {
                field.is_kept = field.text == "=";
                field.text.clear();
                quoted(&mut letters, &mut field.text, mark).ok_or(Refusal::Quotes { row })?;
            }
            '\r' | '\n' => {
                if letter == '\r' {
                    letters.next_if_eq(&'\n');
                }
                rows.push(vec![Field::default()]);
            }
            letter if letter == mark => fields.push(Field::default()),
            letter => field.text.push(letter),
        }
    }
    Ok(rows)
}

/// The rest of a field in quotation marks; none where they do not close before a mark or a line end, or hold what looks
/// like another row.
fn quoted(letters: &mut std::iter::Peekable<std::str::Chars<'_>>, field: &mut String, mark: char) -> Option<()> {
    loop {
        match letters.next()? {
            '"' if letters.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => break,
            letter => field.push(letter),
        }
    }
    let is_closed = letters.peek().is_none_or(|&next| next == mark || matches!(next, '\r' | '\n'));
    let holds_row = field.split(['\r', '\n']).skip(1).any(|line| begins_as_row(line, mark));
    (is_closed && !holds_row).then_some(())
}

/// Whether a line begins with the number of an item and a mark behind it.
fn begins_as_row(line: &str, mark: char) -> bool {
    let Some((first, _)) = line.split_once(mark) else {
        return false;
    };
    let first = first.trim();
    first.contains('.')
        && first.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let rows = records(text, ',').unwrap_or_default().into_iter();
        rows.map(|fields| fields.into_iter().map(|field| field.text).collect()).collect()
    }

    #[test]
    fn rows_are_those_of_excel() {
        let sheet =
            read("甲,乙\n\n\"1\n2\",3\r４,\"5\"\"\"\r\n".as_bytes()).map(|book| book.sheets).unwrap_or_default();
        let shown = |row, column| sheet[0].at(row, column).map(Value::shown);
        assert_eq!(shown(2, 1).as_deref(), Some("3"));
        assert_eq!(shown(2, 0).as_deref(), Some("1\n2"));
        assert_eq!(shown(3, 1).as_deref(), Some("5\""));
        assert_eq!(sheet[0].rows().collect::<Vec<_>>(), [0, 2, 3]);
        assert_eq!(rows("a,5\" 管,b"), [["a", "5\" 管", "b"]]);
    }

    #[test]
    fn quotation_marks_that_leave_it_open_are_refused() {
        for text in ["1.1,\"好\n1.2,30\n", "1.1,\"好\"坏,1", "1.1,40,\"好\n1.10,30,\"坏\"", "1.1,40,\"好\n1.10,30,\"\n"]
        {
            assert_eq!(records(text, ','), Err(Refusal::Quotes { row: 1 }), "{text}");
        }
        assert_eq!(rows("1.1,\"好\n坏,中\",3\n").len(), 2);
    }
}
