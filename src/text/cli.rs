//! Words of the command line: help, and what is said when it is used wrongly.

use super::Lang;

/// What a command does; the program itself is `shangdang`.
pub fn about(command: &str, lang: Lang) -> Option<&'static str> {
    Some(match command {
        "shangdang" => lang.pick(
            "按方案和月报算出各责任份滞后几个月、对应哪一档、为什么",
            "Compute from plan and reports how many months each share lags, which tier that is, and why",
        ),
        "status" => lang.pick("看各责任份现在到哪一步", "Show where every share stands"),
        "escalate" => lang.pick("列出本月拟预警、拟通报批评、拟约谈的", "List what is proposed this month, by tier"),
        "explain" => lang.pick("说明一个事项的结论是怎样得出的", "Show how the verdict on an item came about"),
        "outlook" => lang.pick(
            "提前看下月末的名单：谁将到哪一档、最少报多少可免、先给谁打电话",
            "Look one month ahead: who reaches which tier, the least that avoids it, whom to call first",
        ),
        "notice" => lang.pick(
            "起草预警函、通报批评、约谈通知；发出以后登记答复、异议、复核、解除",
            "Draft warning letters, circulars of criticism, summonses; record what was sent and what became of it",
        ),
        "board" => lang.pick(
            "看板：一个网页，不用联网，领导自己翻看",
            "The board: one page for the browser, offline, to be looked through",
        ),
        "bulletin" => lang.pick(
            "调度通报：总体情况、存在问题、信息报送、下步要求，附台账",
            "The monthly circular: figures, problems, filing, demands, ledger",
        ),
        "annual" => lang.pick(
            "年度考核：年末三张清单，未完成的重点工作、约束性指标，考核未通过的单位",
            "Year-end lists: key work and binding indicators not finished, assessments failed",
        ),
        "publicity" => lang.pick(
            "媒体曝光备选：已经发出、未撤销的通报批评和约谈，由人挑选",
            "Candidates for publicity: issued notices above the lowest tier, for people to choose from",
        ),
        "chart" => lang.pick(
            "画图：进度前锋线、逐月一览、进度曲线；终端、SVG、HTML、DOCX",
            "Draw pictures: front line, month by month, curve; terminal, SVG, HTML, DOCX",
        ),
        "front" => lang.pick(
            "进度前锋线：点在截至线左边为滞后，距离就是滞后的月数",
            "The progress front line: left of the as-of line is late, by the months between",
        ),
        "heat" => lang.pick(
            "逐月一览：每行一份，每月一格，全年哪月到哪一档",
            "Month by month: a row for each share, a cell for each month, the tier in it",
        ),
        "curve" => lang.pick(
            "一个事项的进度曲线：要求、填报，水平距离就是滞后",
            "The curve of an item: required and reported, the distance between them the lag",
        ),
        "close" => lang.pick(
            "结账：把一个月的结论封存，以后的改动看得见",
            "Close a month: seal its verdicts, so that later changes show",
        ),
        "reopen" => lang.pick("重新打开已结账的月份，写明理由", "Open a closed month again, for a reason"),
        "issue" => lang.pick(
            "登记一份已经发出的文书；与 escalate 不符的不登记",
            "Record a notice that was sent; what escalate does not bear out is refused",
        ),
        "reply" => lang.pick("登记单位的答复", "Record the unit's answer"),
        "object" => lang.pick("登记单位的异议", "Record the unit's objection"),
        "decide" => {
            lang.pick("登记复核结果：维持或撤销", "Record what became of it when looked at again: upheld or withdrawn")
        }
        "lift" => lang.pick("登记解除", "Record that a notice is no longer in force"),
        "register" => lang.pick(
            "看登记簿：文书、豁免、核验、督查、计划调整、年度考核、结账；也登记它们",
            "Show the register: notices, exemptions, checks, findings, changes, results, closings; and add to it",
        ),
        "verify" => lang.pick("登记核验（销号）：单位自报完成的，查过了", "Record a check of what a unit says is done"),
        "exempt" => {
            lang.pick("登记豁免：滞后照算，档次不列", "Record an exemption: the lag stands, the tier is withheld")
        }
        "find" => lang.pick(
            "登记督查发现的问题，成为一个有自己时限的事项",
            "Record what an inspection found, as an item with a deadline of its own",
        ),
        "change" => lang.pick(
            "登记经批准的计划调整；以前的月份照原来的计划",
            "Record an approved change of the plan; earlier months keep the plan they had",
        ),
        "assess" => lang.pick("登记一个单位的年度考核结果", "Record the result of a unit's year"),
        "check" => lang.pick("检查所有文件，一次指出全部问题", "Check all files and show everything that is wrong"),
        "audit" => {
            lang.pick("列出提请核实的现象，不影响任何档次", "List what one might ask about; no tier depends on it")
        }
        "schema" => lang
            .pick("打印文件的 JSON Schema，供编辑器提示和检查", "Print the JSON Schema of a kind of file, for editors"),
        "completions" => lang.pick(
            "打印命令补全脚本：bash、zsh、fish、powershell、elvish",
            "Print the completion script of a shell: bash, zsh, fish, powershell, elvish",
        ),
        "doctor" => lang.pick(
            "看本机情况：找到哪个方案、为什么用这种语言、文字能否对齐",
            "Show what this machine has and what was chosen: folder, language, terminal, git",
        ),
        "man" => lang.pick("打印手册页（man）", "Print the manual pages"),
        "help" => lang.pick(
            "解释命令、文件里的字段、检查出的问题代码",
            "Explain a command, a key of the files, or a problem code",
        ),
        "calendar" => lang.pick(
            "列出各单位的报送日和期限；可存为日历文件（.ics）",
            "List report days and deadlines of units; as a file for calendars (.ics) too",
        ),
        "form" => {
            lang.pick("给各单位做月报表（Excel），发下去填", "Make the month's forms (Excel) for the units to fill in")
        }
        "collect" => lang.pick(
            "收回填好的表，存为月报；有错的做成退回件",
            "Take in filled tables as reports; mark what is wrong in those that go back",
        ),
        "filing" => lang.pick(
            "看各单位逐月报送情况、该催哪些单位",
            "Show who has reported for which month, and who is owed a reminder",
        ),
        "report" => lang.pick("填月报：新开、逐项填、报送", "Begin, fill in and submit a unit's report"),
        "new" => lang.pick(
            "新开一份月报：列出还没完成的事项、应完成多少、上月报了什么；数都空着",
            "Begin a report: open items, what is required, what was said last; no figures",
        ),
        "set" => lang.pick(
            "填或改一个事项，注释和其他内容不动；显示这样填滞后几个月",
            "Fill in one item, leaving everything else; shows where it then stands",
        ),
        "submit" => {
            lang.pick("报送：写上日期，草稿转为正式月报", "Submit a report: write its date, end its being a draft")
        }
        "fmt" => lang
            .pick("把文件整理成统一的版式（内容和注释不变）", "Bring files into one layout; meaning and comments stay"),
        "init" => lang.pick("建一个新的方案文件夹", "Make a new workspace"),
        "history" => lang.pick(
            "看一个事项逐月的变化：要求、填报、滞后、档次、缘由",
            "Show the life of an item month by month: required, reported, lag, tier, cause",
        ),
        "textconv" => lang.pick(
            "把一个方案、任务或月报文件按事项列出，供 git diff 使用",
            "List a plan, task or report file item by item, for git diff",
        ),
        "diff" => lang.pick(
            "比较两个月份、两个版本或两个文件夹：改了什么，谁的结论变了，因为什么",
            "Compare two months, revisions or folders: what was changed, whose verdict, and why",
        ),
        _ => return None,
    })
}

/// What an argument is.
pub fn argument(id: &str, lang: Lang) -> Option<&'static str> {
    Some(match id {
        "directory" => lang.pick(
            "方案所在文件夹（默认：SHANGDANG_DIR，再由当前文件夹往上找）",
            "Folder of the plan (default: SHANGDANG_DIR, then upwards from here)",
        ),
        "lang" => lang.pick("语言：zh 或 en", "Language: zh or en"),
        "color" => lang.pick("颜色：auto、always、never（默认 auto）", "Colour: auto, always or never (default: auto)"),
        "width" => lang.pick(
            "按多少列排版（默认：终端宽度；重定向时不限）",
            "Lay out for so many columns (default: the terminal's; none when piped)",
        ),
        "format" => lang.pick(
            "格式：table、json、csv、xlsx、markdown、html、docx，图还有 svg（默认 table）",
            "Format: table, json, csv, xlsx, markdown, html, docx; svg for pictures (default: table)",
        ),
        "board-file" => lang.pick("写入文件 .html", "The file to write, .html"),
        "public" => lang.pick(
            "公开版：不含只发给单位本身的预警，也不含排名和台账",
            "The public edition: without warnings, which go to the unit alone, and without ranks and ledger",
        ),
        "drafts-into" => lang.pick("草稿放进哪个文件夹", "The folder for the drafts"),
        "drafts-as" => lang.pick(
            "文件种类：docx、markdown、html，可写多次（默认 docx 和 markdown）",
            "Kind of file: docx, markdown or html; may be repeated (default: docx and markdown)",
        ),
        "given-number" => lang.pick(
            "发文字号，如 上水防办函〔2022〕5号（不写则留空）",
            "The number of the document (left blank if not given)",
        ),
        "given-date" => lang.pick("成文日期（不写则留空）", "The day of signature (left blank if not given)"),
        "given-reply-due" => {
            lang.pick("书面答复的期限（不写则留空）", "The day by which an answer is due (left blank if not given)")
        }
        "drafts-replace" => lang.pick("覆盖已有的草稿", "Replace drafts that are there"),
        "closed-month" => lang.pick("哪个月", "The month"),
        "closed-on" => lang.pick("日期，如 2022-07-08", "The day, such as 2022-07-08"),
        "closed-by" => lang.pick(
            "由哪个机关结账（默认：plan.toml 的 [office] 里的 name）",
            "The office that closes it (default: name in [office] of plan.toml)",
        ),
        "reopened-because" => lang.pick("为什么重新打开", "Why it is opened again"),
        "full" => lang.pick(
            "写成 docx、html 时也给出全部推导（默认是一页的认定书）",
            "The whole derivation in docx and html as well (default: the certificate, one page)",
        ),
        "notice-number" => {
            lang.pick("发文字号，一字不差，如 上水防办函〔2022〕5号", "The number of the notice, as printed")
        }
        "new-number" => lang.pick("发文字号，照原件写，如 上水防办函〔2022〕5号", "Its number, as printed on it"),
        "notice-month" => lang
            .pick("依据哪个月末的结论，如 2022-06、6月", "The month whose verdicts it rests on, such as 2022-06 or 6"),
        "notice-unit" => lang.pick("发给哪个单位（标识或名称）", "Whom it was sent to, by id or name"),
        "notice-tier" => lang.pick(
            "哪一档（标识或名称）：可以低于拟定的，不能高于",
            "Its tier, by id or name: no higher than what is proposed",
        ),
        "notice-on" => lang.pick(
            "成文日期，如 2022-07-05；按这一天所知核对",
            "Its date, such as 2022-07-05; held against what was known that day",
        ),
        "notice-approver" => {
            lang.pick("由哪个机关审定（写机关，不写人名）", "The office that approved it, never a person")
        }
        "notice-item" => lang.pick(
            "只就这个事项（可重复；默认：该单位恰好拟定这一档的全部事项）",
            "Only for this item (repeatable; default: all of the unit's with exactly that tier)",
        ),
        "reply-due" => {
            lang.pick("要求在哪天前答复，如 2022-07-15", "The day by which the unit has to answer, such as 2022-07-15")
        }
        "step-on" => lang.pick("哪天，如 2022-07-12", "The day, such as 2022-07-12"),
        "reply-text" => lang.pick("答复的内容", "What was answered"),
        "objection-text" => lang.pick("异议的内容", "What was objected"),
        "decision" => lang.pick(
            "复核结果：维持（upheld）、撤销（withdrawn，视为没有发过）",
            "What became of it: upheld, or withdrawn (counts as never sent)",
        ),
        "decision-note" | "record-note" => lang.pick("说明", "Remarks"),
        "lifted-because" => lang.pick("为什么解除", "Why it is lifted"),
        "record-unit" => lang.pick(
            "哪个责任单位（标识或名称；默认：事项唯一的责任单位）",
            "Which lead unit, by id or name (default: the only one of the item)",
        ),
        "verified-on" => lang.pick("核验日期，如 2022-07-20", "Day of the check, such as 2022-07-20"),
        "checked-by" => lang.pick("由哪个机关核验", "The office that checked"),
        "outcome" => lang.pick("结果：通过（passed）、未通过（failed）", "What came of it: passed or failed"),
        "exempt-from" => lang.pick("从哪个月起，如 2022-06", "First month, such as 2022-06"),
        "exempt-until" => lang.pick("到哪个月止（含当月），如 2022-08", "Last month, such as 2022-08"),
        "record-reason" => lang.pick("理由", "The reason"),
        "record-reference" => lang.pick("批准的文件", "The document that approves it"),
        "approved-on" => lang.pick("批准日期，如 2022-06-28", "Day of the approval, such as 2022-06-28"),
        "finding-id" => lang.pick(
            "督查事项的编号，如 2.d1：任务号、点、d、序号",
            "Its id, such as 2.d1: the task, a point, d and a number",
        ),
        "finding-task" => {
            lang.pick("属于哪个任务；编号取下一个空号", "The task it belongs to; the id is the next one free")
        }
        "finding-title" => lang.pick("问题的名称", "What was found, as a title"),
        "finding-lead" => lang.pick("责任单位（标识或名称；可重复）", "Lead unit, by id or name (repeatable)"),
        "finding-support" => {
            lang.pick("配合单位（标识或名称；可重复）", "Unit that cooperates, by id or name (repeatable)")
        }
        "record-due" => lang.pick(
            "时限：月份（到月末）或日期，如 2022-09、2022-09-15",
            "Deadline: a month (its close) or a day, such as 2022-09 or 2022-09-15",
        ),
        "found-on" => lang.pick("督查日期，如 2022-07-06", "Day of the finding, such as 2022-07-06"),
        "found-by" => lang.pick("由哪个机关督查", "The office that inspected"),
        "finding-source" => lang.pick("出自哪个文件或哪一条", "The document or clause it comes from"),
        "changed-from" => lang.pick(
            "从哪个月起按新的算（不早于批准的当月），如 2022-07",
            "First month that is held against it, not before that of the approval",
        ),
        "milestone" => lang.pick(
            "节点，如 2022-09=50（可重复）；按数量计的写 2022-09=6",
            "A milestone, such as 2022-09=50 (repeatable); an amount where something is counted",
        ),
        "curve" => lang.pick(
            "节点之间：step 逐级、linear 匀速（默认 step）",
            "Between milestones: step or linear (default: step)",
        ),
        "assessed-unit" => lang.pick("哪个单位（标识或名称）", "Whose result, by id or name"),
        "assessed-year" => lang.pick("哪一年，如 2022", "Which year, such as 2022"),
        "assessed-by" => lang.pick("由哪个机关考核", "The office that assessed"),
        "assessed-on" => lang.pick("认定日期，如 2023-01-20", "Day of the result, such as 2023-01-20"),
        "result-reference" => lang.pick("公布结果的文件", "The document with the result"),
        "short" => lang.pick("每个问题一行，供编辑器使用", "One line for each problem, for editors"),
        "json" => lang.pick("等于 --format json", "Same as --format json"),
        "output" => lang.pick(
            "写入文件；格式看扩展名 .xlsx .docx .html .md .csv .json .txt，图还有 .svg",
            "Write to a file; its ending gives the format: .xlsx .docx .html .md .csv .json .txt; .svg for pictures",
        ),
        "month" => lang.pick(
            "截至哪个月末：2022-06、202206、2022年6月、6月、latest（默认：有月报的最新月份）",
            "As-of month: 2022-06, 202206, 6, latest (default: the newest month with a report)",
        ),
        "year" => lang.pick(
            "哪一年，如 2022（默认：方案唯一的年份，或最新月报的年份）",
            "The year, such as 2022 (default: the only one of the plan, or that of the newest report)",
        ),
        "publicity-month" => lang.pick(
            "只看依据这个月末结论的文书，如 2022-06、6月（默认：全部）",
            "Only notices on the verdicts of this month, such as 2022-06 (default: all)",
        ),
        "known-by" => lang.pick(
            "只计这一天及以前报送的月报，如 2022-06-25",
            "Leave out reports filed after this day, such as 2022-06-25",
        ),
        "unit" => lang.pick("只看这个单位（标识或名称；可重复）", "Only this unit, by id or name (repeatable)"),
        "task" => lang.pick("只看这个任务（任务号；可重复）", "Only this task, by number (repeatable)"),
        "tier" => lang.pick("只看这一档（标识或名称；可重复）", "Only this tier, by id or name (repeatable)"),
        "kind" => lang.pick(
            "只看这一种现象（代码，如 copied、threshold；可重复）",
            "Only this kind of observation, by id, such as copied or threshold (repeatable)",
        ),
        "audit-exit-code" => lang.pick(
            "有需要核实的现象时以 1 退出，供脚本判断",
            "Exit with 1 if there is anything to ask about, for scripts",
        ),
        "assume" => lang.pick(
            "假定该月报了这个数，看结论会怎样：2.1=60、6.6@西火镇=3村（可重复）；只供参考",
            "What the verdict would be if this had been reported: 2.1=60, 6.6@xihuo=3 (repeatable)",
        ),
        "bucket" => {
            lang.pick("只看这一状态，如 lag-2、无计划（可重复）", "Only this state, such as lag-2 (repeatable)")
        }
        "by" => lang.pick(
            "按什么汇总：item 事项、task 任务、unit 单位（默认 item）",
            "Roll up by item, task or unit (default: item)",
        ),
        "rows" => lang.pick(
            "每行一个：share 责任份、item 事项、unit 单位；后两种取其中最滞后的一份（默认 share）",
            "A row for each share, item or unit; the last two by their worst share (default: share)",
        ),
        "exit-code" => lang.pick("有任何一档时以 1 退出，供脚本判断", "Exit with 1 if any tier stands, for scripts"),
        "new-folder" => lang.pick(
            "建在哪个文件夹（默认：当前文件夹）；没有就新建",
            "Where to make it (default: here); made if it is not there",
        ),
        "from" => lang.pick(
            "从什么开始：blank 带说明的空白方案、shangdang-2022 上党区2022年方案（默认 blank）",
            "What to begin with: blank (with comments that teach), or shangdang-2022 (default: blank)",
        ),
        "git" => lang.pick(
            "让 git diff 按事项显示改动；已有的方案文件夹里，只做这一件",
            "Have git diff show changes item by item; in a workspace that is there, do only this",
        ),
        "remind" => lang.pick(
            "给每个该催的单位写一段可直接发出的催报文字",
            "Write a message to each unit that is owed a reminder, ready to be pasted",
        ),
        "filing-exit-code" => lang.pick(
            "该月有未报、草稿或有误的月报时以 1 退出，供脚本判断",
            "Exit with 1 if a report for the month is missing, a draft or faulty, for scripts",
        ),
        "item" => lang.pick("事项编号，如 2.1；也可写完整名称", "Id of the item, such as 2.1, or its full title"),
        "file" => lang.pick("哪种文件：plan、task、report", "Which file: plan, task or report"),
        "shell" => lang.pick(
            "哪种命令行：bash、zsh、fish、powershell、elvish",
            "Which shell: bash, zsh, fish, powershell or elvish",
        ),
        "man-folder" => lang.pick("把全部命令的手册页写到这个文件夹", "Write the pages of all commands to this folder"),
        "topic" => lang.pick(
            "命令、字段或问题代码，如 status、percent、bad-figure",
            "A command, key or code, such as status, percent, bad-figure",
        ),
        "report-unit" => lang.pick("哪个单位的月报（标识或名称）", "Whose report, by id or name"),
        "report-month" => lang.pick("哪个月的月报，如 2022-07、7月", "For which month, such as 2022-07 or 7"),
        "set-unit" => lang.pick(
            "哪个单位的月报（默认：事项唯一的责任单位）",
            "Whose report (default: the only lead unit of the item)",
        ),
        "set-month" => lang.pick(
            "哪个月的月报（默认：该单位唯一的草稿）；更正已报的月报必须写明",
            "For which month (default: the unit's only draft); needed to correct a filed report",
        ),
        "value" => lang.pick(
            "累计数：40、40%、5村；指标值；正常、有问题；完成、未完成、补报的期 2022-03",
            "Figure so far: 40, 40%, 5; a reading; normal, problem; done, not-done, or 2022-03 to make up",
        ),
        "note" => lang.pick("说明（写 \"\" 删去）", "Remarks (\"\" takes them away)"),
        "problem" => lang.pick("存在问题（写 \"\" 删去）", "Problems met (\"\" takes them away)"),
        "next" => lang.pick("下一步（写 \"\" 删去）", "What comes next (\"\" takes it away)"),
        "all" => lang.pick("已完成、不在时段内的事项也列出", "List complete items and those out of season as well"),
        "files" => lang.pick(
            "只整理这些文件或文件夹（默认：方案、任务、月报全部）",
            "Only these files or folders (default: plan, tasks and all reports)",
        ),
        "check" => lang.pick(
            "不写入，只列出需要整理的文件；有则以 1 退出",
            "Write nothing; list the files to be laid out and exit with 1 if there are any",
        ),
        "dry-run" => lang.pick("不写入，只显示会写什么", "Write nothing; show what would be written"),
        "to-utf8" => lang.pick("把 GBK 或 UTF-16 编码的文件转为 UTF-8", "Convert files in GBK or UTF-16 to UTF-8"),
        "shown-file" => lang.pick("要显示的文件；是哪一种由内容判断", "The file to show; its content tells what it is"),
        "before" => lang.pick(
            "月份、git 版本（HEAD~1、v1..v2）或文件夹 ./名称",
            "A month, a revision of git (HEAD~1, v1..v2) or a folder ./NAME",
        ),
        "after" => lang.pick(
            "与它比较的另一个（默认：月份比最新月份，其余比现在的文件）",
            "The other one (default: the newest month, or the files as they are)",
        ),
        "differs" => {
            lang.pick("有结论变化时以 1 退出，供脚本判断", "Exit with 1 if any verdict is another, for scripts")
        }
        "calendar-months" => lang.pick(
            "只看这些月份：2022-07、2022-07.. 起、..2022-09 止、2022-07..2022-09（默认全部）",
            "Only these months: 2022-07, 2022-07.. on, ..2022-09, 2022-07..2022-09 (default: all)",
        ),
        "form-month" => lang.pick("做哪个月的表：2022-06、6月", "Month to report on: 2022-06, 6"),
        "form-unit" => lang.pick(
            "只给这个单位做（标识或名称；可重复；默认所有报月报的单位）",
            "Only for this unit, by id or name (repeatable; default: all that report)",
        ),
        "all-items" => lang.pick("已完成的事项也列上", "List completed items as well"),
        "into" => lang.pick("放在哪个文件夹（没有就新建）", "Folder to write to (made if missing)"),
        "form-replace" => lang
            .pick("同名文件也重写（已经填的会丢）", "Write over files of the same name (what was filled in is lost)"),
        "tables" => lang.pick(
            "收回的表，或放表的文件夹：.xlsx、.xlsm、.xls、.csv",
            "Tables that came back, or a folder of them: .xlsx, .xlsm, .xls, .csv",
        ),
        "collect-month" => {
            lang.pick("这些表是哪个月的（表上有写的可不加）", "The month they are for (not needed where they say)")
        }
        "collect-unit" => {
            lang.pick("这些表是哪个单位的（表上有写的可不加）", "The unit they are from (not needed where they say)")
        }
        "submit-on" => lang.pick(
            "报送日期，如 2022-07-22（默认：本机时钟的今天）",
            "Day of filing, such as 2022-07-22 (default: today by this machine's clock)",
        ),
        "on" => lang.pick(
            "表上没填报送日期的，记为这一天，如 2022-06-22",
            "Day of filing for tables that have none, such as 2022-06-22",
        ),
        "replace" => lang.pick("已报过的月报，内容不同也替换", "Replace reports that are filed and differ"),
        "returns" => lang.pick(
            "退回件放在哪个文件夹（默认：表所在文件夹下的“退回”）",
            "Folder for the copies that go back (default: `returned` beside the tables)",
        ),
        "help" => lang.pick("显示帮助", "Show help"),
        "version" => lang.pick("显示版本", "Show the version"),
        "subcommand" => lang.pick("命令", "Command"),
        _ => return None,
    })
}

/// The placeholder of an argument's value.
pub fn value_name(id: &str, lang: Lang) -> Option<&'static str> {
    Some(match id {
        "directory" | "man-folder" | "new-folder" | "into" | "returns" | "drafts-into" => lang.pick("文件夹", "DIR"),
        "lang" => lang.pick("语言", "LANG"),
        "color" => lang.pick("何时", "WHEN"),
        "width" => lang.pick("列数", "COLUMNS"),
        "format" => lang.pick("格式", "FORMAT"),
        "output" | "shown-file" | "board-file" => lang.pick("文件", "FILE"),
        "calendar-months" => lang.pick("月份", "MONTHS"),
        "month" | "form-month" | "report-month" | "set-month" | "collect-month" | "notice-month" | "exempt-from"
        | "exempt-until" | "changed-from" | "publicity-month" | "closed-month" => lang.pick("月份", "MONTH"),
        "record-due" => lang.pick("月份或日期", "MONTH|DAY"),
        "notice-number" | "new-number" => lang.pick("发文字号", "NUMBER"),
        "finding-id" => lang.pick("编号", "ID"),
        "decision" => lang.pick("复核结果", "DECISION"),
        "outcome" => lang.pick("结果", "OUTCOME"),
        "milestone" => lang.pick("月份=数", "MONTH=NUMBER"),
        "curve" => lang.pick("走法", "CURVE"),
        "year" | "assessed-year" => lang.pick("年份", "YEAR"),
        "record-reference" | "result-reference" => lang.pick("文件名或文号", "DOCUMENT"),
        "finding-title" => lang.pick("名称", "TITLE"),
        "tables" => lang.pick("表或文件夹", "FILE|DIR"),
        "drafts-as" => lang.pick("种类", "KIND"),
        "given-number" => lang.pick("文号", "NUMBER"),
        "closed-by" | "notice-approver" | "checked-by" | "found-by" | "assessed-by" => lang.pick("机关", "OFFICE"),
        "reopened-because" | "lifted-because" | "record-reason" => lang.pick("理由", "REASON"),
        "known-by" | "on" | "submit-on" | "closed-on" | "given-date" | "given-reply-due" | "notice-on"
        | "reply-due" | "step-on" | "verified-on" | "approved-on" | "found-on" | "assessed-on" => {
            lang.pick("日期", "DAY")
        }
        "unit" | "form-unit" | "report-unit" | "set-unit" | "collect-unit" | "notice-unit" | "record-unit"
        | "finding-lead" | "finding-support" | "assessed-unit" => lang.pick("单位", "UNIT"),
        "task" | "finding-task" => lang.pick("任务号", "TASK"),
        "tier" | "notice-tier" => lang.pick("档次", "TIER"),
        "assume" => lang.pick("事项[@单位]=数", "ITEM[@UNIT]=VALUE"),
        "kind" => lang.pick("现象", "KIND"),
        "bucket" => lang.pick("状态", "STATE"),
        "by" => lang.pick("汇总", "BY"),
        "rows" => lang.pick("行", "ROWS"),
        "from" => lang.pick("起点", "FROM"),
        "item" | "notice-item" => lang.pick("事项", "ITEM"),
        "file" => lang.pick("文件类型", "FILE"),
        "shell" => lang.pick("命令行", "SHELL"),
        "topic" => lang.pick("名称", "NAME"),
        "files" => lang.pick("文件", "FILES"),
        "before" => lang.pick("甲", "A"),
        "after" => lang.pick("乙", "B"),
        "value" => lang.pick("数值", "VALUE"),
        "note" | "problem" | "next" | "reply-text" | "objection-text" | "decision-note" | "record-note"
        | "finding-source" => lang.pick("文字", "TEXT"),
        _ => return None,
    })
}

/// That a command looks at one plan.
pub fn one_folder(lang: Lang) -> &'static str {
    lang.pick(
        "这个命令一次只看一个方案，-C 只能写一个；几个方案合在一起看，用 status、escalate 或 board",
        "this command looks at one plan, so -C stands once; several plans are seen together with status, escalate or board",
    )
}

/// The usage line of a command.
pub fn usage(command: &str, lang: Lang) -> Option<&'static str> {
    Some(match command {
        "shangdang" => lang.pick("shangdang [选项] <命令>", "shangdang [OPTIONS] <COMMAND>"),
        "status" => lang.pick("shangdang status [选项]", "shangdang status [OPTIONS]"),
        "escalate" => lang.pick("shangdang escalate [选项]", "shangdang escalate [OPTIONS]"),
        "explain" => lang.pick(
            "shangdang explain <事项> [选项]",
            "shangdang explain <ITEM> [OPTIONS]",
        ),
        "outlook" => lang.pick("shangdang outlook [选项]", "shangdang outlook [OPTIONS]"),
        "form" => lang.pick(
            "shangdang form --month <月份> -o <文件夹> [选项]",
            "shangdang form --month <MONTH> -o <DIR> [OPTIONS]",
        ),
        "collect" => lang.pick(
            "shangdang collect <表或文件夹>... [选项]",
            "shangdang collect <FILE|DIR>... [OPTIONS]",
        ),
        "check" => lang.pick("shangdang check [选项]", "shangdang check [OPTIONS]"),
        "audit" => lang.pick("shangdang audit [选项]", "shangdang audit [OPTIONS]"),
        "schema" => lang.pick(
            "shangdang schema <文件类型> [选项]",
            "shangdang schema <FILE> [OPTIONS]",
        ),
        "completions" => lang.pick(
            "shangdang completions <命令行>",
            "shangdang completions <SHELL>",
        ),
        "doctor" => lang.pick("shangdang doctor [选项]", "shangdang doctor [OPTIONS]"),
        "man" => lang.pick("shangdang man [选项]", "shangdang man [OPTIONS]"),
        "help" => lang.pick("shangdang help [名称]", "shangdang help [NAME]"),
        "init" => lang.pick(
            "shangdang init [文件夹] [选项]",
            "shangdang init [DIR] [OPTIONS]",
        ),
        "filing" => lang.pick("shangdang filing [选项]", "shangdang filing [OPTIONS]"),
        "report" => lang.pick(
            "shangdang report <命令> [选项]",
            "shangdang report <COMMAND> [OPTIONS]",
        ),
        "new" => lang.pick(
            "shangdang report new --unit <单位> --month <月份> [选项]",
            "shangdang report new --unit <UNIT> --month <MONTH> [OPTIONS]",
        ),
        "set" => lang.pick(
            "shangdang report set <事项> <数值> [选项]",
            "shangdang report set <ITEM> <VALUE> [OPTIONS]",
        ),
        "submit" => lang.pick(
            "shangdang report submit --unit <单位> --month <月份> [选项]",
            "shangdang report submit --unit <UNIT> --month <MONTH> [OPTIONS]",
        ),
        "calendar" => lang.pick("shangdang calendar [选项]", "shangdang calendar [OPTIONS]"),
        "fmt" => lang.pick(
            "shangdang fmt [文件]... [选项]",
            "shangdang fmt [FILES]... [OPTIONS]",
        ),
        "notice" => lang.pick(
            "shangdang notice --month <月份> -o <文件夹> [选项]\n      shangdang notice <命令> [选项]",
            "shangdang notice --month <MONTH> -o <DIR> [OPTIONS]\n       shangdang notice <COMMAND> [OPTIONS]",
        ),
        "board" => lang.pick("shangdang board -o <文件> [选项]", "shangdang board -o <FILE> [OPTIONS]"),
        "bulletin" => lang.pick("shangdang bulletin [选项]", "shangdang bulletin [OPTIONS]"),
        "chart" => lang.pick(
            "shangdang chart <命令> [选项]",
            "shangdang chart <COMMAND> [OPTIONS]",
        ),
        "front" => lang.pick("shangdang chart front [选项]", "shangdang chart front [OPTIONS]"),
        "curve" => lang.pick(
            "shangdang chart curve <事项> [选项]",
            "shangdang chart curve <ITEM> [OPTIONS]",
        ),
        "heat" => lang.pick("shangdang chart heat [选项]", "shangdang chart heat [OPTIONS]"),
        "issue" => lang.pick(
            "shangdang notice issue --month <月份> --unit <单位> --tier <档次> --number <发文字号> --on <日期> --approver <机关> [选项]",
            "shangdang notice issue --month <MONTH> --unit <UNIT> --tier <TIER> --number <NUMBER> --on <DAY> --approver <OFFICE> [OPTIONS]",
        ),
        "reply" => lang.pick(
            "shangdang notice reply <发文字号> --on <日期> [选项]",
            "shangdang notice reply <NUMBER> --on <DAY> [OPTIONS]",
        ),
        "object" => lang.pick(
            "shangdang notice object <发文字号> --on <日期> --text <文字> [选项]",
            "shangdang notice object <NUMBER> --on <DAY> --text <TEXT> [OPTIONS]",
        ),
        "decide" => lang.pick(
            "shangdang notice decide <发文字号> <维持|撤销> --on <日期> [选项]",
            "shangdang notice decide <NUMBER> <upheld|withdrawn> --on <DAY> [OPTIONS]",
        ),
        "lift" => lang.pick(
            "shangdang notice lift <发文字号> --on <日期> --because <理由> [选项]",
            "shangdang notice lift <NUMBER> --on <DAY> --because <REASON> [OPTIONS]",
        ),
        "register" => lang.pick(
            "shangdang register [选项]\n      shangdang register <命令> [选项]",
            "shangdang register [OPTIONS]\n       shangdang register <COMMAND> [OPTIONS]",
        ),
        "verify" => lang.pick(
            "shangdang register verify <事项> --on <日期> --by <机关> --outcome <结果> [选项]",
            "shangdang register verify <ITEM> --on <DAY> --by <OFFICE> --outcome <OUTCOME> [OPTIONS]",
        ),
        "exempt" => lang.pick(
            "shangdang register exempt <事项> --from <月份> --until <月份> --reason <理由> --reference <文件> --on <日期> [选项]",
            "shangdang register exempt <ITEM> --from <MONTH> --until <MONTH> --reason <REASON> --reference <DOCUMENT> --on <DAY> [OPTIONS]",
        ),
        "find" => lang.pick(
            "shangdang register find <编号|--task 任务号> --title <名称> --lead <单位> --due <时限> --on <日期> --by <机关> [选项]",
            "shangdang register find <ID|--task TASK> --title <TITLE> --lead <UNIT> --due <MONTH|DAY> --on <DAY> --by <OFFICE> [OPTIONS]",
        ),
        "change" => lang.pick(
            "shangdang register change <事项> --from <月份> <--due 时限|--milestone 月份=数>... --reason <理由> --reference <文件> --on <日期> [选项]",
            "shangdang register change <ITEM> --from <MONTH> <--due MONTH|DAY|--milestone MONTH=NUMBER>... --reason <REASON> --reference <DOCUMENT> --on <DAY> [OPTIONS]",
        ),
        "assess" => lang.pick(
            "shangdang register assess <单位> --year <年份> --outcome <结果> --by <机关> --on <日期> [选项]",
            "shangdang register assess <UNIT> --year <YEAR> --outcome <OUTCOME> --by <OFFICE> --on <DAY> [OPTIONS]",
        ),
        "close" => lang.pick(
            "shangdang close <月份> --on <日期> [选项]",
            "shangdang close <MONTH> --on <DAY> [OPTIONS]",
        ),
        "reopen" => lang.pick(
            "shangdang reopen <月份> --on <日期> --because <理由> [选项]",
            "shangdang reopen <MONTH> --on <DAY> --because <REASON> [OPTIONS]",
        ),
        "annual" => lang.pick("shangdang annual [选项]", "shangdang annual [OPTIONS]"),
        "publicity" => lang.pick(
            "shangdang publicity [选项]",
            "shangdang publicity [OPTIONS]",
        ),
        "history" => lang.pick(
            "shangdang history <事项> [选项]",
            "shangdang history <ITEM> [OPTIONS]",
        ),
        "textconv" => lang.pick(
            "shangdang textconv <文件> [选项]",
            "shangdang textconv <FILE> [OPTIONS]",
        ),
        "diff" => lang.pick(
            "shangdang diff <甲> [乙] [选项]",
            "shangdang diff <A> [B] [OPTIONS]",
        ),
        _ => return None,
    })
}

/// The layout of a help page.
pub fn help_template(has_commands: bool, has_arguments: bool, lang: Lang) -> String {
    let mut page = String::from("{about}\n\n");
    page.push_str(lang.pick("用法：{usage}\n\n", "Usage: {usage}\n\n"));
    if has_commands {
        page.push_str(lang.pick("命令：\n{subcommands}\n\n", "Commands:\n{subcommands}\n\n"));
    }
    if has_arguments {
        page.push_str(lang.pick("参数：\n{positionals}\n\n", "Arguments:\n{positionals}\n\n"));
    }
    page.push_str(lang.pick("选项：\n{options}", "Options:\n{options}"));
    page.push_str("{after-help}");
    page
}

/// Examples below the help of a command.
pub fn examples(command: &str, lang: Lang) -> &'static str {
    match command {
        "shangdang" => lang.pick(
            "例：\n  shangdang status                        最新月份，各责任份到哪一步\n  shangdang escalate --month 2022-06      2022年6月末拟预警、通报批评、约谈谁\n  shangdang explain 2.1                   事项2.1的结论是怎样得出的\n  shangdang check                         文件里有没有写错\n\n退出码：0 正常；1 回答是“否”（check 有错误，或 --exit-code 时有档次）；2 用法不对或无法核算。",
            "Examples:\n  shangdang status                        the newest month, every share\n  shangdang escalate --month 2022-06      what is proposed at the end of June 2022\n  shangdang explain 2.1                   how the verdict on item 2.1 came about\n  shangdang check                         whether anything in the files is wrong\n\nExit codes: 0 fine; 1 the answer is no (check found errors, or a tier stands with --exit-code);\n2 wrong usage, or a workspace that cannot be assessed.",
        ),
        "status" => lang.pick(
            "例：\n  shangdang status --month 6月 --unit 区住建局\n  shangdang status --by unit\n  shangdang status -o 六月.xlsx\n  shangdang status --unit 区住建局 --assume 2.1=60   假定报了60%会怎样",
            "Examples:\n  shangdang status --month 2022-06 --unit housing\n  shangdang status --by unit\n  shangdang status -o june.xlsx\n  shangdang status --unit housing --assume 2.1=60    what if 60% had been reported",
        ),
        "escalate" => lang.pick(
            "例：\n  shangdang escalate --month 2022-06\n  shangdang escalate --tier 约谈 -o 六月.md",
            "Examples:\n  shangdang escalate --month 2022-06\n  shangdang escalate --tier interview -o june.md",
        ),
        "outlook" => lang.pick(
            "例：\n  shangdang outlook                       从最新月份看下月末\n  shangdang outlook --month 6月 --unit 区住建局\n  shangdang outlook --month 6月 -o 七月提醒.docx",
            "Examples:\n  shangdang outlook                       one month on from the newest month\n  shangdang outlook --month 2022-06 --unit housing\n  shangdang outlook --month 2022-06 -o july.docx",
        ),
        "audit" => lang.pick(
            "例：\n  shangdang audit --month 6月\n  shangdang audit --unit 区水利局 --kind copied\n  shangdang audit -o 核实清单.docx\n\n看该月末为止的月报和登记簿；每条写明出处。只供核实，不是结论，也不进通报。",
            "Examples:\n  shangdang audit --month 2022-06\n  shangdang audit --unit water --kind copied\n  shangdang audit -o to-ask.docx\n\nIt looks at reports and register up to the end of that month; each line says where it stands. To be asked\nabout only: no verdict, and in no circular.",
        ),
        "form" => lang.pick(
            "例：\n  shangdang form --month 6月 -o 六月表\n  shangdang form --month 2022-06 --unit 区住建局 -o 补发",
            "Examples:\n  shangdang form --month 2022-06 -o june\n  shangdang form --month 2022-06 --unit housing -o again",
        ),
        "collect" => lang.pick(
            "例：\n  shangdang collect 收件 --month 6月 -n        先看看，不写文件\n  shangdang collect 收件 --month 6月\n  shangdang collect 乡镇自己的表.xls --unit 苏店镇 --month 6月\n\n退出码：0 全部收下或未变；1 有没收的；2 用法不对或方案文件有错。",
            "Examples:\n  shangdang collect inbox --month 2022-06 -n   look first, write nothing\n  shangdang collect inbox --month 2022-06\n  shangdang collect their-own.xls --unit sudian --month 2022-06\n\nExit codes: 0 all taken or unchanged; 1 something was refused; 2 wrong usage, or errors in the workspace.",
        ),
        "explain" => lang.pick(
            "例：\n  shangdang explain 2.1 --month 2022-06\n  shangdang explain 4.3 --unit 区水利局 -o 说明.md",
            "Examples:\n  shangdang explain 2.1 --month 2022-06\n  shangdang explain 4.3 --unit water -o why.md",
        ),
        "init" => lang.pick(
            "例：\n  shangdang init 水污染防治\n  shangdang init --from shangdang-2022 上党\n  shangdang init --git              已有方案的 git 仓库，让 git diff 按事项显示\n\n已有的文件不会动：只要有一个重名，就什么都不写，以 2 退出。",
            "Examples:\n  shangdang init rivers\n  shangdang init --from shangdang-2022 shangdang\n  shangdang init --git              in a repository with a plan: git diff item by item\n\nWhat is there is never touched: where one file is in the way, none is written, and the exit code is 2.",
        ),
        "filing" => lang.pick(
            "例：\n  shangdang filing --month 6月\n  shangdang filing --month 6月 --remind\n  shangdang filing --month 6月 --remind --unit 南宋镇\n  shangdang filing -o 报送情况.xlsx",
            "Examples:\n  shangdang filing --month 2022-06\n  shangdang filing --month 2022-06 --remind\n  shangdang filing --month 2022-06 --remind --unit nansong\n  shangdang filing -o filing.xlsx",
        ),
        "calendar" => lang.pick(
            "例：\n  shangdang calendar --month 7月..\n  shangdang calendar --unit 区住建局 -o 期限.ics      用手机或电脑的日历打开\n  shangdang calendar -o 期限.xlsx\n\n.ics 中每个期限提前两天提醒；计划调整后再导入一次，原来的条目会更新，不会重复。",
            "Examples:\n  shangdang calendar --month 2022-07..\n  shangdang calendar --unit housing -o deadlines.ics    for the calendar of a phone or computer\n  shangdang calendar -o deadlines.xlsx\n\nIn .ics each deadline reminds two days before; imported again after a change of the plan, entries are updated and not doubled.",
        ),
        "report" => lang.pick(
            "例：\n  shangdang report new --unit 区住建局 --month 7月\n  shangdang report set 2.1 60 --note \"主管道贯通\"\n  shangdang report submit --unit 区住建局 --month 7月",
            "Examples:\n  shangdang report new --unit housing --month 2022-07\n  shangdang report set 2.1 60 --note \"main pipe through\"\n  shangdang report submit --unit housing --month 2022-07",
        ),
        "set" => lang.pick(
            "例：\n  shangdang report set 2.1 60%\n  shangdang report set 6.2 5村 --problem \"两个村没有开工\"\n  shangdang report set 4.1 完成\n  shangdang report set 2.1 40 --month 2022-06 --unit 区住建局    更正已报的月报",
            "Examples:\n  shangdang report set 2.1 60%\n  shangdang report set 6.2 5 --problem \"two villages have not begun\"\n  shangdang report set 4.1 done\n  shangdang report set 2.1 40 --month 2022-06 --unit housing    corrects a filed report",
        ),
        "fmt" => lang.pick(
            "例：\n  shangdang fmt\n  shangdang fmt -n reports/2022-06\n  shangdang fmt --check                  提交之前检查\n  shangdang fmt --to-utf8 reports/2022-06/housing.toml",
            "Examples:\n  shangdang fmt\n  shangdang fmt -n reports/2022-06\n  shangdang fmt --check                  before a commit\n  shangdang fmt --to-utf8 reports/2022-06/housing.toml",
        ),
        "notice" => lang.pick(
            "例：\n  shangdang notice --month 2022-06 -o 文书\n  shangdang notice --month 2022-06 --unit 区住建局 --tier 通报批评 --reply-due 2022-07-20 -o 文书\n  shangdang notice issue --month 6月 --unit 区住建局 --tier 通报批评 --number 上水防办〔2022〕5号 --on 2022-07-05 --approver 区水污染防治工作领导小组 --reply-due 2022-07-15\n  shangdang notice reply 上水防办〔2022〕5号 --on 2022-07-12 --text \"8月底前完成\"\n  shangdang notice object 上水防办〔2022〕5号 --on 2022-07-12 --text \"6月月报漏填\"\n  shangdang notice decide 上水防办〔2022〕5号 维持 --on 2022-07-20\n  shangdang notice lift 上水防办〔2022〕5号 --on 2022-08-30 --because \"已按期完成\"\n\n已登记的步骤不覆盖；日期都要写明，不取本机时钟。加 -n 先看，不写入。",
            "Examples:\n  shangdang notice --month 2022-06 -o letters\n  shangdang notice --month 2022-06 --unit housing --tier criticism --reply-due 2022-07-20 -o letters\n  shangdang notice issue --month 2022-06 --unit housing --tier criticism --number \"SSFB 2022-5\" --on 2022-07-05 --approver \"the leading group\" --reply-due 2022-07-15\n  shangdang notice reply \"SSFB 2022-5\" --on 2022-07-12 --text \"done by the end of August\"\n  shangdang notice object \"SSFB 2022-5\" --on 2022-07-12 --text \"the report of June left it out\"\n  shangdang notice decide \"SSFB 2022-5\" upheld --on 2022-07-20\n  shangdang notice lift \"SSFB 2022-5\" --on 2022-08-30 --because \"done in time\"\n\nA step that is recorded is never written over; days are always given, no clock is asked. With -n nothing is written.",
        ),
        "board" => lang.pick(
            "例：\n  shangdang board -o 看板.html\n  shangdang board --month 2022-06 -o 看板.html",
            "Examples:\n  shangdang board -o board.html\n  shangdang board --month 2022-06 -o board.html",
        ),
        "bulletin" => lang.pick(
            "例：\n  shangdang bulletin --month 2022-06 -o 6月通报.docx\n  shangdang bulletin --month 2022-06 --public -o 公开版.docx",
            "Examples:\n  shangdang bulletin --month 2022-06 -o june.docx\n  shangdang bulletin --month 2022-06 --public -o public.docx",
        ),
        "chart" => lang.pick(
            "例：\n  shangdang chart front --month 6月\n  shangdang chart heat --by unit\n  shangdang chart curve 2.1 -o 曲线.svg",
            "Examples:\n  shangdang chart front --month 2022-06\n  shangdang chart heat --by unit\n  shangdang chart curve 2.1 -o curve.svg",
        ),
        "front" => lang.pick(
            "例：\n  shangdang chart front --month 6月\n  shangdang chart front --unit 区水利局\n  shangdang chart front --by item -o 前锋线.svg",
            "Examples:\n  shangdang chart front --month 2022-06\n  shangdang chart front --unit water\n  shangdang chart front --by item -o front.svg",
        ),
        "curve" => lang.pick(
            "例：\n  shangdang chart curve 2.1\n  shangdang chart curve 4.3 --unit 区水利局 -o 曲线.svg",
            "Examples:\n  shangdang chart curve 2.1\n  shangdang chart curve 4.3 --unit water -o curve.svg",
        ),
        "heat" => lang.pick(
            "例：\n  shangdang chart heat --month 12月\n  shangdang chart heat --by unit -o 逐月.svg",
            "Examples:\n  shangdang chart heat --month 2022-12\n  shangdang chart heat --by unit -o months.svg",
        ),
        "issue" => lang.pick(
            "例：\n  shangdang notice issue --month 6月 --unit 区住建局 --tier 通报批评 --number 上水防办〔2022〕5号 --on 2022-07-05 --approver 区水污染防治工作领导小组\n  （加 --item 2.1 只就这个事项；加 -n 先看）",
            "Examples:\n  shangdang notice issue --month 2022-06 --unit housing --tier criticism --number \"SSFB 2022-5\" --on 2022-07-05 --approver \"the leading group\"\n  (with --item 2.1 only for that item; with -n look first)",
        ),
        "register" => lang.pick(
            "例：\n  shangdang register --month 6月\n  shangdang register --unit 区住建局 --known-by 2022-07-20\n  shangdang register verify 2.3 --on 2022-07-20 --by 区环委办 --outcome 通过\n  shangdang register exempt 2.1 --from 2022-06 --until 2022-08 --reason \"汛期停工\" --reference 上政办函〔2022〕18号 --on 2022-06-28",
            "Examples:\n  shangdang register --month 2022-06\n  shangdang register --unit housing --known-by 2022-07-20\n  shangdang register verify 2.3 --on 2022-07-20 --by \"the office\" --outcome passed\n  shangdang register exempt 2.1 --from 2022-06 --until 2022-08 --reason \"floods\" --reference \"SZBH 2022-18\" --on 2022-06-28",
        ),
        "find" => lang.pick(
            "例：\n  shangdang register find --task 2 --title \"雨水口淤堵\" --lead 区住建局 --due 2022-09 --on 2022-07-06 --by 区督查室",
            "Examples:\n  shangdang register find --task 2 --title \"blocked gullies\" --lead housing --due 2022-09 --on 2022-07-06 --by \"the inspectors\"",
        ),
        "change" => lang.pick(
            "例：\n  shangdang register change 2.1 --from 2022-07 --milestone 2022-09=50 --milestone 2022-12=100 --reason \"设计变更\" --reference 上政办函〔2022〕20号 --on 2022-07-04\n  shangdang register change 2.1 --from 2022-07 --due 2022-12 --reason \"设计变更\" --reference 上政办函〔2022〕20号 --on 2022-07-04",
            "Examples:\n  shangdang register change 2.1 --from 2022-07 --milestone 2022-09=50 --milestone 2022-12=100 --reason \"new design\" --reference \"SZBH 2022-20\" --on 2022-07-04\n  shangdang register change 2.1 --from 2022-07 --due 2022-12 --reason \"new design\" --reference \"SZBH 2022-20\" --on 2022-07-04",
        ),
        "annual" => lang.pick(
            "例：\n  shangdang annual                           年末以前运行，看离年末要求还差什么\n  shangdang annual --year 2022 -o 年度考核.docx\n  shangdang annual --unit 区住建局           只看一个单位\n\n只列事实和出处，不提人名，不提处理意见。",
            "Examples:\n  shangdang annual                           before the year's end: what is still short of it\n  shangdang annual --year 2022 -o year.docx\n  shangdang annual --unit housing            one unit only\n\nIt lists facts and where they stand; it names no person and proposes nothing.",
        ),
        "publicity" => lang.pick(
            "例：\n  shangdang publicity                        方案期内全部已发文书\n  shangdang publicity --month 6月 -o 备选.docx\n\n最低一档（预警）只发给单位，从不列在这里。",
            "Examples:\n  shangdang publicity                        all notices of the plan\n  shangdang publicity --month 2022-06 -o candidates.docx\n\nThe lowest tier (a warning) goes to the unit only and never stands here.",
        ),
        "close" => lang.pick(
            "例：\n  shangdang close 2022-06 --on 2022-07-08\n  shangdang close 2022-06 --on 2022-07-08 -n    只看会写下什么",
            "Examples:\n  shangdang close 2022-06 --on 2022-07-08\n  shangdang close 2022-06 --on 2022-07-08 -n    only show what it would write",
        ),
        "reopen" => lang.pick(
            "例：\n  shangdang reopen 2022-06 --on 2022-07-20 --because 更正5月月报",
            "Examples:\n  shangdang reopen 2022-06 --on 2022-07-20 --because \"report of May corrected\"",
        ),
        "history" => lang.pick(
            "例：\n  shangdang history 2.1\n  shangdang history 4.3 --unit 区水利局 --month 6月",
            "Examples:\n  shangdang history 2.1\n  shangdang history 4.3 --unit water --month 2022-06",
        ),
        "textconv" => lang.pick(
            "例：\n  shangdang textconv reports/2022-06/housing.toml\n\n让 git diff 和 git log -p 用它：git config diff.shangdang.textconv \"shangdang textconv\"，见 README。",
            "Examples:\n  shangdang textconv reports/2022-06/housing.toml\n\nTo have git diff and git log -p use it: git config diff.shangdang.textconv \"shangdang textconv\", see README.",
        ),
        "diff" => lang.pick(
            "例：\n  shangdang diff 2022-05 2022-06     两个月末之间：报了什么，谁升档、谁降档\n  shangdang diff HEAD~1              上一个版本与现在的文件\n  shangdang diff v1..v2 --month 6月  两个版本，都按6月末核算\n  shangdang diff ./旧方案 ./新方案   两个文件夹",
            "Examples:\n  shangdang diff 2022-05 2022-06        two months: what was reported, who moved up or down\n  shangdang diff HEAD~1                 the revision before, and the files as they are\n  shangdang diff v1..v2 --month 2022-06 two revisions, both as of June\n  shangdang diff ./old ./new            two folders",
        ),
        _ => "",
    }
}

/// The heading of a section of a manual page, by its English name.
pub fn man_heading(english: &str, lang: Lang) -> &str {
    match (lang, english) {
        (Lang::Zh, "NAME") => "名称",
        (Lang::Zh, "SYNOPSIS") => "用法",
        (Lang::Zh, "DESCRIPTION") => "说明",
        (Lang::Zh, "OPTIONS") => "选项",
        (Lang::Zh, "SUBCOMMANDS") => "命令",
        (Lang::Zh, "EXTRA") => "示例",
        (Lang::En, "EXTRA") => "EXAMPLES",
        (Lang::Zh, "VERSION") => "版本",
        _ => english,
    }
}

/// What was wrong with the command line.
#[derive(Clone, Copy, Debug)]
pub enum Misuse<'a> {
    /// No such option or argument.
    UnknownArgument {
        /// As typed.
        argument: &'a str,
    },
    /// No such command.
    UnknownCommand {
        /// As typed.
        command: &'a str,
    },
    /// A value that the option does not take.
    BadValue {
        /// The option.
        argument: &'a str,
        /// As typed.
        value: &'a str,
    },
    /// An option without its value.
    NoValue {
        /// The option.
        argument: &'a str,
    },
    /// An argument that has to be there.
    Missing {
        /// The arguments.
        arguments: &'a str,
    },
    /// No command at all.
    NoCommand,
    /// Two options that exclude each other.
    Conflict {
        /// The one.
        argument: &'a str,
        /// The other.
        other: &'a str,
    },
    /// An option given twice that is not repeatable.
    Repeated {
        /// The option.
        argument: &'a str,
    },
    /// Anything else.
    Other,
}

/// What is said about a misuse.
pub fn misuse(misuse: Misuse<'_>, lang: Lang) -> String {
    match (misuse, lang) {
        (Misuse::UnknownArgument { argument }, Lang::Zh) => {
            format!("没有“{argument}”这个选项或参数")
        }
        (Misuse::UnknownArgument { argument }, Lang::En) => {
            format!("there is no option or argument `{argument}`")
        }
        (Misuse::UnknownCommand { command }, Lang::Zh) => format!("没有“{command}”这个命令"),
        (Misuse::UnknownCommand { command }, Lang::En) => {
            format!("there is no command `{command}`")
        }
        (Misuse::BadValue { argument, value }, Lang::Zh) => format!("{argument} 不能是“{value}”"),
        (Misuse::BadValue { argument, value }, Lang::En) => {
            format!("{argument} cannot be `{value}`")
        }
        (Misuse::NoValue { argument }, Lang::Zh) => format!("{argument} 后面要有值"),
        (Misuse::NoValue { argument }, Lang::En) => format!("{argument} wants a value"),
        (Misuse::Missing { arguments }, Lang::Zh) => format!("缺少 {arguments}"),
        (Misuse::Missing { arguments }, Lang::En) => format!("{arguments} is missing"),
        (Misuse::NoCommand, Lang::Zh) => "缺少命令".to_owned(),
        (Misuse::NoCommand, Lang::En) => "a command is missing".to_owned(),
        (Misuse::Conflict { argument, other }, Lang::Zh) => {
            format!("{argument} 和 {other} 不能一起用")
        }
        (Misuse::Conflict { argument, other }, Lang::En) => {
            format!("{argument} and {other} cannot be used together")
        }
        (Misuse::Repeated { argument }, Lang::Zh) => format!("{argument} 只能写一次"),
        (Misuse::Repeated { argument }, Lang::En) => {
            format!("{argument} can be given only once")
        }
        (Misuse::Other, Lang::Zh) => "命令行写法不对".to_owned(),
        (Misuse::Other, Lang::En) => "the command line cannot be understood".to_owned(),
    }
}

/// Which words there are instead.
pub fn possible(values: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("可以是：{values}"),
        Lang::En => format!("possible: {values}"),
    }
}

/// What was probably meant.
pub fn did_you_mean(word: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("是否想写 {word}？"),
        Lang::En => format!("did you mean {word}?"),
    }
}

/// Where help is.
pub fn see_help(command: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("运行 {command} --help 看用法"),
        Lang::En => format!("see {command} --help"),
    }
}

/// 错误：…
pub fn error(message: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("错误：{message}"),
        Lang::En => format!("error: {message}"),
    }
}

/// What cannot be found by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 单位
    Unit,
    /// 任务
    Task,
    /// 事项
    Item,
    /// 档次
    Tier,
    /// 状态
    Bucket,
    /// 该事项的责任单位
    Lead,
    /// 文书
    Notice,
    /// 现象
    Observation,
}

/// That nothing has this name, with what was probably meant and what there is.
pub fn unknown(kind: Kind, written: &str, meant: Option<&str>, known: &[String], lang: Lang) -> String {
    let name = match kind {
        Kind::Unit => lang.pick("单位", "unit"),
        Kind::Task => lang.pick("任务", "task"),
        Kind::Item => lang.pick("事项", "item"),
        Kind::Tier => lang.pick("档次", "tier"),
        Kind::Bucket => lang.pick("状态", "state"),
        Kind::Lead => lang.pick("责任单位（就这个事项而言）", "lead unit of this item"),
        Kind::Observation => lang.pick("现象", "kind of observation"),
        Kind::Notice => lang.pick("发文字号", "notice with the number"),
    };
    let mut lines = vec![match lang {
        Lang::Zh => format!("没有“{written}”这个{name}"),
        Lang::En => format!("there is no {name} `{written}`"),
    }];
    lines.extend(meant.map(|word| did_you_mean(word, lang)));
    if !known.is_empty() {
        lines.push(possible(&lang.list(known), lang));
    }
    lines.join("\n  ")
}

/// That there is no help under a name.
pub fn unknown_topic(name: &str, meant: Option<&str>, lang: Lang) -> String {
    let mut lines = vec![match lang {
        Lang::Zh => format!("没有叫“{name}”的命令、字段或问题代码"),
        Lang::En => format!("there is no command, key or problem code `{name}`"),
    }];
    lines.extend(meant.map(|word| did_you_mean(word, lang)));
    lines.push(
        lang.pick(
            "字段就是文件里等号左边的词，如 percent；问题代码在 check 每条的方括号里，如 bad-figure",
            "keys are the words left of the = in the files, such as percent; codes stand in brackets in what `check` shows, such as bad-figure",
        )
        .to_owned(),
    );
    lines.join("\n  ")
}

/// That several things have this name.
pub fn ambiguous(written: &str, ids: &[String], lang: Lang) -> String {
    let ids = lang.list(ids);
    match lang {
        Lang::Zh => format!("叫“{written}”的不止一个\n  请写编号或标识：{ids}"),
        Lang::En => format!("more than one is called `{written}`\n  write the id: {ids}"),
    }
}

/// That a text is no month.
pub fn not_a_month(written: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("“{written}”不是月份\n  写成 2022-06、202206、2022年6月、6月，或 latest（有月报的最新月份）")
        }
        Lang::En => format!(
            "`{written}` is not a month\n  write 2022-06, 202206, 6, or latest (the newest month with a report)"
        ),
    }
}

/// That a month name fits several years of the plan.
pub fn which_year(written: &str, years: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{written}”是哪一年的？方案期内有：{}", lang.list(years)),
        Lang::En => format!("`{written}` of which year? The plan has: {}", lang.list(years)),
    }
}

/// That a month is outside the plan.
pub fn outside_plan(month: &str, start: &str, end: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{month}不在方案期内\n  方案期是{start}至{end}"),
        Lang::En => format!("{month} lies outside the plan\n  which runs from {start} to {end}"),
    }
}

/// That a text is no day.
pub fn not_a_day(written: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{written}”不是日期\n  写成 2022-06-25"),
        Lang::En => format!("`{written}` is not a day\n  write it like 2022-06-25"),
    }
}

/// A binary file was asked for where text is shown.
pub fn docx_needs_file(lang: Lang) -> &'static str {
    lang.pick(
        "DOCX 是文件，不能显示在屏幕上\n  写明文件名：-o 文件名.docx",
        "DOCX is a file and cannot be shown here\n  say where it goes: -o FILE.docx",
    )
}

/// A workbook was asked for where text is shown.
pub fn xlsx_needs_file(lang: Lang) -> &'static str {
    lang.pick(
        "XLSX 是文件，不能显示在屏幕上\n  写明文件名：-o 文件名.xlsx",
        "XLSX is a file and cannot be shown here\n  say where it goes: -o FILE.xlsx",
    )
}

/// That a file name does not tell the format.
pub fn unknown_format(file: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "看不出 {file} 要用哪种格式\n  扩展名用 .xlsx、.csv（用Excel打开）、.docx（用Word打开）、.html、.md、.json、.txt、.svg（图），或另加 --format"
        ),
        Lang::En => format!(
            "{file} does not tell which format to write\n  use .xlsx or .csv (for Excel), .docx (for Word), .html, .md, .json, .txt or .svg (a picture), or add --format"
        ),
    }
}

/// That workspace files are not written over.
pub fn not_over_toml(file: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{file} 是数据文件的扩展名，不写结果进去\n  换一个文件名"),
        Lang::En => format!("{file} is the name of a data file; no result is written there\n  choose another name"),
    }
}

/// That something was written.
pub fn wrote(file: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已写入 {file}"),
        Lang::En => format!("wrote {file}"),
    }
}

/// That there is no plan.
pub fn no_plan(folder: &str, is_named: bool, lang: Lang) -> String {
    match (lang, is_named) {
        (Lang::Zh, true) => format!("{folder} 里没有 plan.toml\n  用 -C 指定方案所在的文件夹"),
        (Lang::Zh, false) => {
            format!(
                "从 {folder} 往上找，没有找到 plan.toml 或 data/plan.toml\n  到方案所在的文件夹里运行，或用 -C 指定它"
            )
        }
        (Lang::En, true) => {
            format!("there is no plan.toml in {folder}\n  name the plan's folder with -C")
        }
        (Lang::En, false) => format!(
            "no plan.toml or data/plan.toml in {folder} or above\n  run this in the plan's folder, or name it with -C"
        ),
    }
}

/// While files are read.
pub fn reading(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "正在读取文件",
        Lang::En => "Reading files",
    }
}

/// That a file or folder cannot be read.
pub fn cannot_read(what: &str, error: &std::io::Error, lang: Lang) -> String {
    let why = system(error, lang);
    match lang {
        Lang::Zh => format!("读不出 {what}：{why}"),
        Lang::En => format!("cannot read {what}: {why}"),
    }
}

/// Why the system refused, where it can be said plainly.
pub fn system(error: &std::io::Error, lang: Lang) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => lang.pick("没有这个文件夹或文件", "no such folder or file").to_owned(),
        ErrorKind::PermissionDenied => lang.pick("没有权限", "permission denied").to_owned(),
        ErrorKind::ReadOnlyFilesystem => lang.pick("磁盘只读", "the disk is read-only").to_owned(),
        ErrorKind::NotADirectory => {
            lang.pick("路径中间有一段不是文件夹", "a part of the path is not a folder").to_owned()
        }
        ErrorKind::QuotaExceeded => lang.pick("超出了磁盘配额", "the disk quota is used up").to_owned(),
        ErrorKind::StorageFull => lang.pick("磁盘已满", "the disk is full").to_owned(),
        ErrorKind::AlreadyExists => {
            lang.pick("有同名的文件，不是文件夹", "a file of that name is in the way").to_owned()
        }
        ErrorKind::IsADirectory => lang.pick("这是一个文件夹", "it is a folder").to_owned(),
        _ => error.to_string(),
    }
}

/// That the result cannot be printed.
pub fn cannot_print(error: &std::io::Error, lang: Lang) -> String {
    let why = system(error, lang);
    match lang {
        Lang::Zh => format!("结果输出不了：{why}"),
        Lang::En => format!("cannot print the result: {why}"),
    }
}

/// That a file or folder cannot be written.
pub fn cannot_write(what: &str, error: &std::io::Error, lang: Lang) -> String {
    let why = system(error, lang);
    match lang {
        Lang::Zh => format!("写不进 {what}：{why}"),
        Lang::En => format!("cannot write {what}: {why}"),
    }
}

/// Why a file of the workspace was not written.
#[derive(Clone, Copy, Debug)]
pub enum NotWritten<'a> {
    /// A file has come there.
    Appeared,
    /// It has changed since it was read.
    Changed,
    /// A link leads out of the workspace, to here.
    Outside(&'a str),
    /// The system refused.
    System(&'a std::io::Error),
}

/// That a file of the workspace was not written, why, and what to do.
pub fn not_written(path: &str, why: NotWritten<'_>, lang: Lang) -> String {
    match (why, lang) {
        (NotWritten::Appeared, Lang::Zh) => {
            format!("{path} 已经有了，没有覆盖\n  先看看里面是什么；不要了就改名或删掉，再运行一次")
        }
        (NotWritten::Appeared, Lang::En) => format!(
            "{path} is there already and was not written over\n  look at it; rename or delete it if it is not wanted, then run this again"
        ),
        (NotWritten::Changed, Lang::Zh) => {
            format!("{path} 在读过之后被别人改了，没有覆盖\n  再运行一次，按新内容处理")
        }
        (NotWritten::Changed, Lang::En) => format!(
            "{path} was changed by somebody after it was read, and was not written over\n  run this again on what it says now"
        ),
        (NotWritten::Outside(to), Lang::Zh) => {
            format!("{path} 是链接，通到方案文件夹之外的 {to}，没有写\n  把链接换成真正的文件或文件夹")
        }
        (NotWritten::Outside(to), Lang::En) => format!(
            "{path} is a link out of the workspace, to {to}; nothing was written\n  put a real file or folder in its place"
        ),
        (NotWritten::System(error), lang) => cannot_write(path, error, lang),
    }
}

/// That a workbook could not be made, which is a fault of the program.
pub fn cannot_make(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("做不出 {what} 的表"),
        Lang::En => format!("cannot make the workbook for {what}"),
    }
}
