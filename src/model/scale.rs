//! 等级: ordered classes that a reading can take, such as those of water, and how people write them.

use super::Figure;
use crate::source::half_width;

/// Classes in their order, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Its name in the plan file.
    pub id: String,
    /// The names of its classes, best first; at least two, and no two read alike.
    pub classes: Vec<String>,
}

impl Scale {
    /// The class that a text means, by its position from 1: Ⅲ, III, III类, 3类, 3, 三类 are one.
    pub fn read(&self, written: &str) -> Option<Figure> {
        let key = class_key(written);
        let at = self.classes.iter().position(|class| class_key(class) == key)?;
        u32::try_from(at + 1).ok().map(Figure::whole)
    }

    /// The name of the class at a position; none where there is no such.
    pub fn name(&self, position: Figure) -> Option<&str> {
        let at = position.ratio();
        let at = usize::try_from(at.numerator()).ok().filter(|_| at.is_whole())?;
        self.classes.get(at.checked_sub(1)?).map(String::as_str)
    }

    /// The name of a class as it is spoken of: numbers are followed by 类.
    pub fn spoken(&self, position: Figure) -> String {
        let name = self.name(position).unwrap_or_default();
        let is_numbered = class_key(name).ends_with(|letter: char| letter.is_ascii_digit());
        if is_numbered && !name.ends_with('类') { format!("{name}类") } else { name.to_owned() }
    }
}

/// A class as it is compared: half width, without blanks and the word for class, its number in digits.
pub fn class_key(written: &str) -> String {
    let plain: String = written
        .chars()
        .filter(|letter| !letter.is_whitespace() && !crate::source::is_invisible(*letter))
        .flat_map(|letter| half_width(letter).unwrap_or(letter).to_lowercase())
        .collect();
    let plain = plain.trim_end_matches(['类', '级']);
    let plain = plain.strip_prefix("第").or_else(|| plain.strip_prefix("class")).unwrap_or(plain);
    let at = plain.find(|letter: char| "ⅰⅱⅲⅳⅴⅵivx0123456789一二三四五六".contains(letter));
    let (before, number) = plain.split_at(at.unwrap_or(plain.len()));
    match number_of(number) {
        Some(number) => format!("{before}{number}"),
        None => plain.to_owned(),
    }
}

/// The number of a class, up to ten: Ⅲ, iii, 3, 三.
fn number_of(written: &str) -> Option<usize> {
    const SAID: [[&str; 4]; 6] = [
        ["ⅰ", "i", "1", "一"],
        ["ⅱ", "ii", "2", "二"],
        ["ⅲ", "iii", "3", "三"],
        ["ⅳ", "iv", "4", "四"],
        ["ⅴ", "v", "5", "五"],
        ["ⅵ", "vi", "6", "六"],
    ];
    SAID.iter().position(|all| all.contains(&written)).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_read_as_people_write_them() {
        let classes = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"].map(str::to_owned).into();
        let water = Scale { id: "water".to_owned(), classes };
        let read = |text: &str| water.read(text).map(|at| water.spoken(at));
        for text in
            ["Ⅲ", "III", "iii", "III类", "Ⅲ类", "3类", "3", "３", "三类", "三", " Ⅲ 类 ", "第三类", "Ⅲ级", "Class III"]
        {
            assert_eq!(read(text).as_deref(), Some("Ⅲ类"), "{text}");
        }
        for text in ["劣Ⅴ", "劣五类", "劣V类", "劣5", "劣 Ⅴ 类"] {
            assert_eq!(read(text).as_deref(), Some("劣Ⅴ类"), "{text}");
        }
        for text in ["", "类", "劣", "7", "0", "Ⅲ-Ⅳ", "Ⅲ~Ⅳ类", "优于Ⅲ", "3.5", "IIII", "三至四类", "-3", "33"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        let air = Scale { id: "air".to_owned(), classes: ["优", "良", "轻度污染"].map(str::to_owned).into() };
        assert_eq!(air.read("良").map(|at| air.spoken(at)).as_deref(), Some("良"));
        assert_eq!(air.read("2"), None);
    }
}
