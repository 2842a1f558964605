//! The report for people.

use lazuli::report::pretty::{self, Style};
use lazuli::{Linter, Severity, Source, Summary};

use crate::workplace::{GOOD, bad};

const PLAIN: Style = Style { color: false, unicode: true, width: 80, least: Severity::Warning };

fn written(text: &str, style: Style) -> String {
    pretty::file(&Linter::default().check(&Source::new("resources.js", text)), style)
}

#[test]
fn a_finding_shows_its_place_what_is_wrong_and_what_to_do() {
    insta::assert_snapshot!(written(&bad(), PLAIN));
}

#[test]
fn a_narrow_terminal_and_plain_ascii_are_enough() {
    insta::assert_snapshot!(written(&bad(), Style { width: 50, unicode: false, ..PLAIN }));
}

#[test]
fn colours_mark_severity_and_place() {
    insta::assert_snapshot!(written(&bad(), Style { color: true, ..PLAIN }).replace('\u{1b}', "<esc>"));
}

#[test]
fn of_a_long_line_the_part_around_the_place_is_shown() {
    let long = format!("{}; {}", "/* before */ ".repeat(30), bad().replace('\n', " "));
    insta::assert_snapshot!(written(&long, PLAIN));
}

#[test]
fn another_place_that_explains_is_shown_too() {
    let twice = GOOD.replace("status: \"Approved\"", "status: \"Rejected\",\n        status: \"Approved\"");
    insta::assert_snapshot!(written(&twice, PLAIN));
}

#[test]
fn a_finding_of_several_lines_is_marked_on_the_first() {
    let shape = GOOD.replace("() => ({\n", "{\n").replace("    }),\n", "    },\n");
    insta::assert_snapshot!(written(&shape, PLAIN));
}

#[test]
fn the_run_ends_with_its_sum() {
    let table = [
        (0, 0, 0, 1, 1, 0, 0),
        (1, 0, 0, 1, 1, 0, 0),
        (2, 1, 0, 3, 2, 0, 0),
        (1, 2, 3, 9, 4, 1, 0),
        (0, 0, 3, 9, 4, 3, 0),
        (0, 0, 0, 0, 1, 0, 0),
        (0, 0, 2, 0, 1, 0, 2),
        (0, 0, 3, 4, 2, 2, 1),
    ];
    let mut lines = String::new();
    for (errors, warnings, infos, resources, files, unchecked, not_read) in table {
        let summary = Summary { files, resources, unchecked, not_read, errors, warnings, infos, ..Summary::default() };
        lines += &pretty::summary(summary, PLAIN);
        lines += &pretty::summary(summary, Style { least: Severity::Info, ..PLAIN });
    }
    insta::assert_snapshot!(lines);
}

#[test]
fn a_place_longer_than_the_terminal_is_marked_as_far_as_it_is_shown() {
    let long = format!("\"{}\"", "x".repeat(200));
    for width in [40, 80, 120] {
        let shown = written(&GOOD.replace("\"Approved\"", &long), Style { width, ..PLAIN });
        assert!(shown.contains("[resources.js:7:66]") && !shown.contains("Failed to read"), "{shown}");
    }
}

#[test]
fn what_is_said_beside_a_place_stays_inside_the_terminal() {
    let padding = "x".repeat(40);
    let same_line = GOOD.replace(
        "status: \"Approved\"",
        &format!("status: \"Approved\", description: \"{padding}\", status: \"Rejected\""),
    );
    let next_line = GOOD.replace(
        "status: \"Approved\"",
        &format!("status: \"Approved\",\n description: \"{padding}\", status: \"Rejected\""),
    );
    for text in [same_line, next_line] {
        let shown = written(&text, PLAIN);
        assert!(shown.contains("this one counts"), "{shown}");
        for line in shown.lines() {
            assert!(line.chars().count() <= PLAIN.width, "{shown}");
        }
    }
}
