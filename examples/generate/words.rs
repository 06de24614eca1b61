//! Words that items and reports are put together from: the language of the office, about nothing in particular.

use crate::random::Random;

const WHERE: [&str; 16] = [
    "城南片区",
    "工业园区",
    "老城区",
    "沿河村庄",
    "城乡结合部",
    "水源保护区",
    "支流沿线",
    "各乡镇",
    "中心镇区",
    "集中居住区",
    "干流两岸",
    "新建小区",
    "规模养殖场",
    "学校周边",
    "农贸市场",
    "物流园区",
];
const WHAT: [&str; 24] = [
    "雨污分流改造",
    "污水处理厂扩容",
    "黑臭水体整治",
    "入河排污口排查",
    "河道清淤疏浚",
    "生态护岸建设",
    "污水管网修复",
    "农村生活污水治理",
    "畜禽粪污资源化利用",
    "化肥农药减量",
    "工业废水达标排放",
    "在线监测设备安装",
    "饮用水源地规范化建设",
    "污泥无害化处置",
    "人工湿地建设",
    "中水回用设施建设",
    "排水户许可核发",
    "管网错接漏接整改",
    "截污纳管",
    "初期雨水收集池建设",
    "河湖四乱清理",
    "水质自动站运维",
    "加油站地下油罐改造",
    "水土流失治理",
];
const TASKS: [&str; 8] = [
    "加快补齐污水处理短板",
    "完善雨污管网建设",
    "提升污水处理厂运行水平",
    "整治黑臭水体",
    "严控工业排放",
    "推进农村污水治理",
    "防治农业面源污染",
    "保护饮用水水源",
];

/// What is counted.
pub(crate) const COUNTED: [&str; 6] = ["村", "处", "家", "公里", "座", "户"];

const DONE: [&str; 24] = [
    "主体结构施工",
    "管道敷设",
    "完成招标",
    "进场施工",
    "设备采购",
    "正在验收",
    "按计划推进",
    "完成图纸审查",
    "完成选址",
    "开展巡查",
    "现场核查",
    "资料归档",
    "闭水试验合格",
    "交叉路段恢复施工",
    "完成清淤三公里",
    "完成方案编制",
    "已委托设计",
    "召开推进会",
    "完成摸底排查",
    "整改到位",
    "逐村建档",
    "正常运行",
    "监测达标",
    "完成土方开挖",
];
const LONG: [&str; 6] = [
    "完成主管网敷设2.6公里，累计完成工程量过半；支管接入同步推进，剩余路段待交通组织方案批复后集中施工",
    "本月组织三轮现场核查，对发现的问题逐一登记、限期整改，目前已整改到位的占八成，其余明确了责任人和完成时间",
    "设备已到货并完成基础浇筑，电气安装开始进场；受连续降雨影响，土建收尾比原计划推迟，已增加作业班组追赶进度",
    "完成入户调查和台账核对，逐户签订协议；对不具备接管条件的农户采取分散处理设施，运维单位已经落实",
    "与施工、监理单位召开调度会，倒排工期、挂图作战，把任务分解到周；月底前完成剩余两段的沟槽开挖和管道安装",
    "委托第三方监测两次，出水水质稳定；污泥转运联单齐全，在线监测数据已与平台联网，异常数据当日核实并反馈",
];

/// Notes of a figure that is taken back.
pub(crate) const CORRECTIONS: [&str; 4] =
    ["更正：上月把未验收的部分计入", "核实后调减，上月重复计算", "更正上月数据，部分管段返工", "抽查不合格，退回重做"];
/// Notes of a duty that is not done yet.
pub(crate) const NOT_YET: [&str; 4] = ["正在组织", "尚未到期，资料准备中", "已安排下旬开展", "等待监测报告"];
/// Problems.
pub(crate) const PROBLEMS: [&str; 8] = [
    "征地协调未完成",
    "资金未到位",
    "连续降雨停工",
    "设备供货推迟",
    "施工队伍不足",
    "管线迁改未批复",
    "少数农户不同意接管",
    "前期停工一个多月，工期没有追回",
];
/// Next steps.
pub(crate) const NEXT: [&str; 8] = [
    "下月完成收尾",
    "增加作业班组",
    "提请会议研究",
    "月底前完成验收",
    "对接供电部门",
    "逐户做工作",
    "倒排工期，每周调度",
    "月底前完成六成",
];

/// The title of a task.
pub(crate) fn task(random: &mut Random) -> String {
    format!("{}（{}）", random.word(&TASKS), random.word(&WHERE))
}

/// The title of an item.
pub(crate) fn title(random: &mut Random) -> String {
    format!("{}{}", random.word(&WHERE), random.word(&WHAT))
}

/// The note of an entry: mostly a few words, sometimes none, sometimes a paragraph.
pub(crate) fn note(random: &mut Random) -> String {
    match random.below(100) {
        0..6 => String::new(),
        6..46 => random.word(&DONE).to_owned(),
        46..88 => format!("{}，{}", random.word(&DONE), random.word(&DONE)),
        _ => random.word(&LONG).to_owned(),
    }
}
