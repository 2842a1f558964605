use super::*;

/// More levels than are read, counted by the bound as well as by the scan.
const TOO_OFTEN: usize = 2 * MOST_NESTED + 1;

fn nested(unit: &str, times: usize, tail: &str) -> String {
    format!("x = {}1{}", unit.repeat(times), tail.repeat(times))
}

#[test]
fn every_way_to_nest_is_bounded() {
    let units = [
        ("[", "]"),
        ("(", ")"),
        ("{a:", "}"),
        ("!", ""),
        ("~", ""),
        ("- ", ""),
        ("a=>", ""),
        ("()=>{", "}"),
        ("a?b:", ""),
        ("a=", ""),
        ("2**", ""),
        ("`${", "}`"),
        ("f(", ")"),
        ("class extends ", ""),
        ("new ", ""),
        ("typeof ", ""),
        ("await ", ""),
        ("async a=>", ""),
        ("function(){", "}"),
        ("/*]*/[", ""),
        ("'])}'+[", ""),
        ("/[)\\]]/.x([", "])"),
        ("!\u{a0}", ""),
        ("+\u{feff}", ""),
        ("\n;[", ""),
        ("`]`,[", ""),
        ("//]\n[", ""),
    ];
    for (unit, tail) in units {
        for has_types in [false, true] {
            assert!(too_deep_at(&nested(unit, TOO_OFTEN, tail), has_types).is_some(), "{unit:?} goes unseen");
            assert!(
                too_deep_at(&nested(unit, MOST_NESTED / 5, tail), has_types).is_none(),
                "{unit:?} is refused too early"
            );
        }
    }
    for unit in ["if(a)", "a:", "do ", "for(;;)", "while(a)", "if(a){}else ", "if(a)b;else ", "{"] {
        assert!(too_deep_at(&unit.repeat(TOO_OFTEN), false).is_some(), "{unit:?} goes unseen");
    }
    assert!(too_deep_at(&format!("let x: {}", "A<b, ".repeat(TOO_OFTEN)), true).is_some());
}

#[test]
fn long_files_are_not_deep() {
    let lines = [
        "x = { a: [1, 2], b: `t${c}t` };\n",
        "x = y\n",
        "if (a) b()\n",
        "if (a) { b } else { c }\n",
        "const f = ({ config }) => ({ name: `n-${config.stage}`, ok: !a ? b : c })\n",
        "// ({[\n",
        "/* ({[ */\n",
        "a = b / c / d\n",
        "s = /[({]/g\n",
        "foo('({[', \"({[\")\n",
        "x = a < b\n",
        "for (;;) { y++ }\n",
        "function f() { return 1 }\n",
        "s += 'a' +\n 'b'\n",
        "export const a = async () => await b\n",
        "case 1: x = 1; break\n",
        "list.map((x) => x.y).filter(Boolean)\n",
        "a ||= b ?? c?.d\n",
        "label: x()\n",
    ];
    for line in lines {
        for has_types in [false, true] {
            assert_eq!(too_deep_at(&line.repeat(2_000), has_types), None, "{line:?}");
        }
    }
    let many = "{ a: b, c: [d => e, -1, !f] },\n".repeat(5_000);
    assert_eq!(too_deep_at(&format!("x = [{many}]"), false), None);
}

#[test]
fn an_unclear_slash_hides_nothing() {
    let hidden = format!("x = {{}} /`/ 1; y = {} // `", "[".repeat(TOO_OFTEN));
    assert!(too_deep_at(&hidden, false).is_some());
    let block = format!("{{ a: {{}} /[/*]/.test({})", "[".repeat(TOO_OFTEN));
    assert!(too_deep_at(&block, false).is_some());
}

#[test]
fn characters_beyond_ascii_are_cut_nowhere() {
    for text in ["?...é", "...\u{feff}", "..é", "?.é", "\\é", "'\\é'", "/\\é/", "`\\é`", "é", "\u{2028}é"] {
        for has_types in [false, true] {
            assert_eq!(too_deep_at(text, has_types), None, "{text:?}");
        }
    }
}
