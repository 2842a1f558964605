//! What a check costs, beside what parsing alone does: `cargo bench`.
//!
//! The files are the project's own examples, and those of the corpus where it lies beside the project.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use divan::Bencher;
use divan::counter::BytesCount;
use lazuli::{Linter, Source};
use oxc_allocator::Allocator;
use oxc_parser::Parser;
use oxc_span::SourceType;

fn main() {
    print_ratios();
    divan::main();
}

/// How often each file is parsed and checked by turns: enough for both to have had a quiet moment.
const TURNS: usize = 400;

/// What a warm check costs in units of what parsing alone costs, both at their best. They are measured by
/// turns, because a machine's speed changes from one second to the next.
fn print_ratios() {
    println!("{:48} {:>9} {:>9} {:>6}", "file", "parse µs", "check µs", "ratio");
    let linter = Linter::default();
    let mut total = (Duration::ZERO, Duration::ZERO);
    for Text { name, text } in TEXTS.iter() {
        let source = Source::new("resources.js", text);
        let mut best = (Duration::MAX, Duration::MAX);
        for _ in 0..TURNS {
            best.0 = best.0.min(time(|| parse(text)));
            best.1 = best.1.min(time(|| linter.check(&source).diagnostics.len()));
        }
        print_ratio(name, best);
        total = (total.0 + best.0, total.1 + best.1);
    }
    print_ratio("all together", total);
}

fn print_ratio(name: &str, (parse, check): (Duration, Duration)) {
    let microseconds = |time: Duration| time.as_secs_f64() * 1e6;
    let ratio = check.as_secs_f64() / parse.as_secs_f64();
    println!("{name:48} {:9.1} {:9.1} {ratio:6.2}", microseconds(parse), microseconds(check));
}

/// The time that one of a few runs in a row takes.
fn time(run: impl Fn() -> usize) -> Duration {
    const RUNS: u32 = 5;
    let started = Instant::now();
    for _ in 0..RUNS {
        divan::black_box(run());
    }
    started.elapsed() / RUNS
}

fn parse(text: &str) -> usize {
    let allocator = Allocator::default();
    Parser::new(&allocator, text, SourceType::unambiguous()).parse().program.body.len()
}

/// A file and its text, so named that its path tells it from the others.
struct Text {
    name: String,
    text: String,
}

static TEXTS: LazyLock<Vec<Text>> = LazyLock::new(|| {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    for folder in [project.join("examples"), project.join("../shared/corpus/gc-examples")] {
        for path in scripts(&folder) {
            let name = path.strip_prefix(&folder).unwrap_or(&path).display().to_string();
            if let Ok(text) = fs::read_to_string(&path) {
                texts.push(Text { name, text });
            }
        }
    }
    texts
});

fn scripts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = entries
        .flat_map(|path| if path.is_dir() { scripts(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ending| ending == "js"))
        .collect();
    found.sort();
    found
}

fn names() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().map(|text| text.name.as_str())
}

fn text(name: &str) -> &'static str {
    TEXTS.iter().find(|text| text.name == name).map_or("", |text| &text.text)
}

/// `oxc_parser` on its own.
#[divan::bench(args = names())]
fn parse_alone(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    bencher.counter(BytesCount::of_str(text)).bench(|| parse(text));
}

/// The whole check, the file's types prepared already.
#[divan::bench(args = names())]
fn check_warm(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    let linter = Linter::default();
    let source = Source::new("resources.js", text);
    let _ = linter.check(&source);
    bencher.counter(BytesCount::of_str(text)).bench(|| linter.check(&source).diagnostics.len());
}

/// A resource type decoded: the first check of a file that names it.
#[divan::bench]
fn first_use_of_a_type(bencher: Bencher<'_, '_>) {
    let text = r#"[{ "type": "PrivateEndpointConnection", "group": "DocumentDB", "name": "reports" }]"#;
    let source = Source::new("resources.json", text);
    bencher.with_inputs(Linter::default).bench_refs(|linter| linter.check(&source).diagnostics.len());
}
