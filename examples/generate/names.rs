//! Names of invented places and their offices. The first parts are words for weather and colours, so that no real place
//! is meant.

/// First and second part of the name of a place.
const FIRST: [(&str, &str); 20] = [
    ("yun", "云"),
    ("qing", "青"),
    ("bai", "白"),
    ("jin", "金"),
    ("yu", "玉"),
    ("hong", "虹"),
    ("lan", "蓝"),
    ("cui", "翠"),
    ("dan", "丹"),
    ("mo", "墨"),
    ("xue", "雪"),
    ("shuang", "霜"),
    ("lu", "露"),
    ("wu", "雾"),
    ("xia", "霞"),
    ("qiu", "秋"),
    ("chun", "春"),
    ("nuan", "暖"),
    ("liang", "凉"),
    ("ming", "明"),
];
const SECOND: [(&str, &str); 20] = [
    ("he", "河"),
    ("ling", "岭"),
    ("ping", "坪"),
    ("quan", "泉"),
    ("tan", "潭"),
    ("wan", "湾"),
    ("gang", "岗"),
    ("pu", "浦"),
    ("qiao", "桥"),
    ("tai", "台"),
    ("xi", "溪"),
    ("yuan", "源"),
    ("zhou", "洲"),
    ("lin", "林"),
    ("ze", "泽"),
    ("feng", "峰"),
    ("chuan", "川"),
    ("tian", "田"),
    ("shan", "杉"),
    ("wu", "坞"),
];

/// The offices of one place: id, name, kind, and what the unit of that id is called.
const OFFICES: [(&str, &str, &str); 14] = [
    ("housing", "住建局", "department"),
    ("water", "水利局", "department"),
    ("ecology", "生态环境分局", "branch"),
    ("agriculture", "现代农业发展中心", "institution"),
    ("natural-resources", "自然资源局", "department"),
    ("reform", "发展和改革局", "department"),
    ("health", "卫生健康局", "department"),
    ("transport", "交通运输局", "department"),
    ("industry", "工业和信息化局", "department"),
    ("urban-management", "城市管理综合行政执法局", "department"),
    ("emergency", "应急管理局", "department"),
    ("market", "市场监督管理局", "department"),
    ("forestry", "林业发展中心", "institution"),
    ("weather", "气象服务中心", "institution"),
];

/// A unit as the plan has it.
pub(crate) struct Unit {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: &'static str,
}

/// The name of a district in files.
pub(crate) fn district_folder(number: u32) -> String {
    let ((first, _), (second, _)) = parts(number);
    format!("{:03}-{first}{second}", number + 1)
}

/// The name of a district on pages.
pub(crate) fn district(number: u32) -> String {
    let ((_, first), (_, second)) = parts(number);
    format!("{first}{second}区")
}

/// The units of a district: of every twenty-four, fourteen are offices and ten townships.
pub(crate) fn units(count: u32) -> Vec<Unit> {
    (0..count).map(unit).collect()
}

fn unit(number: u32) -> Unit {
    let (place, within) = (number / 24, number % 24);
    let ((first_id, first), (second_id, second)) = parts(place);
    let place_id = format!("{first_id}{second_id}");
    if let Some((id, name, kind)) = OFFICES.get(within as usize) {
        return Unit { id: format!("{place_id}-{id}"), name: format!("{first}{second}{name}"), kind };
    }
    // Townships of a place bear a name of their own beside it.
    let (_, (village_id, village)) = parts(within * 20);
    let (kind, ending) = match within % 5 {
        0 => ("subdistrict", "街道"),
        1 | 2 => ("township", "镇"),
        _ => ("township", "乡"),
    };
    Unit { id: format!("{place_id}-{village_id}"), name: format!("{first}{second}{village}{ending}"), kind }
}

/// The parts of the name of a place; they come again after four hundred.
fn parts(number: u32) -> ((&'static str, &'static str), (&'static str, &'static str)) {
    let first = FIRST[(number % 20) as usize];
    let second = SECOND[(number / 20 % 20) as usize];
    (first, second)
}
