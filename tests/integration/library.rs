//! The library, as other programs use it.

use std::thread;

use lazuli::read::MOST_NESTED;
use lazuli::{Linter, Source, Summary};

use crate::workplace::{GOOD, bad};

#[test]
fn a_project_is_checked_file_by_file_in_the_given_order() {
    let bad = bad();
    let sources = [
        Source::new("b/resources.js", &bad),
        Source::new("notes.js", "console.log(1);").met_in_a_folder(),
        Source::new("a/resources.json", "[{ \"type\": \"A\", \"group\": \"B\" }]").met_in_a_folder(),
        Source::new("resources.js", "nonsense nonsense").met_in_a_folder(),
        Source::new("other.js", "nonsense nonsense").met_in_a_folder(),
    ];
    let report = Linter::default().check_project(&sources);
    let files: Vec<(&str, Vec<&str>)> = report
        .files
        .iter()
        .map(|file| (file.path.to_str().unwrap(), file.diagnostics.iter().map(|found| found.rule.0).collect()))
        .collect();
    assert_eq!(
        files,
        [
            ("b/resources.js", vec!["private-link/status"]),
            ("a/resources.json", vec!["schema/no-schema"]),
            ("resources.js", vec!["definition/syntax"]),
        ]
    );
    let expected =
        Summary { files: 3, resources: 2, unchecked: 1, errors: 2, infos: 1, fixable: 1, ..Summary::default() };
    assert_eq!(report.summary(), expected);
}

#[test]
fn one_linter_serves_many_threads() {
    let linter = Linter::default();
    let bad = bad();
    thread::scope(|scope| {
        let check = |text| move |linter: &Linter| linter.check(&Source::new("resources.js", text)).diagnostics.len();
        let running: Vec<_> = (0..8)
            .map(|number| {
                let (text, expected) = if number % 2 == 0 { (GOOD, 0) } else { (bad.as_str(), 1) };
                let linter = &linter;
                scope.spawn(move || assert_eq!(check(text)(linter), expected))
            })
            .collect();
        for thread in running {
            thread.join().unwrap();
        }
    });
}

/// As deep as is read, through reader, validator, rules and report, on the stack that a thread has by default.
#[test]
fn the_deepest_text_that_is_read_fits_the_stack_of_a_thread() {
    let nestings = [
        ("[", "1", "]"),
        ("{a: ", "1", "}"),
        ("(", "1", ")"),
        ("!", "1", ""),
        ("- ", "1", ""),
        ("()=>", "1", ""),
        ("a=>", "1", ""),
        ("async a=>", "1", ""),
        ("f(", "1", ")"),
        ("a[", "1", "]"),
        ("a||(", "1", ")"),
        ("`${", "1", "}`"),
        ("typeof`${", "1", "}`"),
        ("[...", "a", "]"),
        ("{...", "a", "}"),
        ("a?b:", "1", ""),
        ("2**", "1", ""),
        ("a=", "1", ""),
        ("new ", "a", ""),
        ("typeof-", "1", ""),
        ("class extends ", "a", "{}"),
        ("class{a=", "1", "}"),
        ("class{[", "1", "](){}}"),
        ("class{static{x=", "1", "}}"),
        ("function(){return ", "1", "}"),
        ("function(a=", "1", "){}"),
        ("()=>{if(a)b(", "1", ")}"),
        ("()=>{b: {return ", "1", "}}"),
        ("()=>{for(;;)if(a)while(b)return ", "1", "}"),
        ("()=>{switch(a){case ", "1", ":}}"),
        ("({a(){do (", "1", ");while(b)}})"),
    ];
    let statements = ["if(a)", "a:", "a: ", "do ", "for(;;)", "while(a)", "if(a){}else ", "if(a)b;else ", "{", "a: {"];
    let run = move || {
        let linter = Linter::default();
        let is_too_deep = |text: &str| {
            let report = linter.check(&Source::new("resources.js", text));
            report.diagnostics.iter().any(|found| found.message.contains("levels deep"))
        };
        let nest = |often: usize, (open, inner, close): (&str, &str, &str)| {
            GOOD.replace("\"Approved\"", &format!("{}{inner}{}", open.repeat(often), close.repeat(often)))
        };
        // From what is surely too deep down to the first that is read: that is the deepest.
        let deepest = |text: &dyn Fn(usize) -> String| {
            (0..3 * MOST_NESTED).rev().step_by(8).find(|often| !is_too_deep(&text(*often))).unwrap()
        };
        for nesting in nestings {
            let often = deepest(&|often| nest(often, nesting));
            assert!(often > MOST_NESTED / 8, "{nesting:?} is refused beyond {often}");
        }
        for statement in statements {
            deepest(&|often| format!("{GOOD}{};", statement.repeat(often)));
        }
        let list = format!("{}{}", "[".repeat(MOST_NESTED - 20), "]".repeat(MOST_NESTED - 20));
        let text = format!(
            "[{{ \"type\": \"PrivateEndpointConnection\", \"group\": \"DocumentDB\", \"properties\": {{ \"properties\": {list} }} }}]"
        );
        assert_eq!(linter.check(&Source::new("a.json", &text)).diagnostics[0].rule.0, "schema/type");
    };
    thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(run).unwrap().join().unwrap();
}
