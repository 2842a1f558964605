//! `--fix` and `--diff`: what is mended, and that nothing else changes.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use lazuli::{Fixes, Linter, Source};

use crate::workplace::{GOOD, Workplace, bad};

/// What `text` becomes.
fn mended(text: &str, fixes: Fixes) -> Option<String> {
    Linter::default().fix(&Source::new("resources.js", text), fixes).map(|fixed| fixed.text)
}

/// Mistakes planted into a file that is right: mending them gives the file back.
#[test]
fn a_planted_mistake_is_mended_and_nothing_else_changes() {
    let text = r#"// A file with its own ways.
exports.createResources = () => [
  {
    type: 'PrivateEndpointConnection', // single quotes
    group: "DocumentDB",
    name: `reports-${process.env.STAGE}`,
    properties: ({ config }) => ({
      properties: {
        /* why */ privateLinkServiceConnectionState: {
          status: 'Rejected',
          "description": "Not before May",
        },
      },
    }),
  },
  {
    type: "DatabaseAccount",
    group: "DocumentDB",
    name: "accounts",
    properties: () => ({
      kind: "GlobalDocumentDB",
      properties: {
        databaseAccountOfferType: "Standard",
        enableFreeTier: false,
        locations: [{ locationName: "westeurope", failoverPriority: 0 }],
      },
    }),
  },
];
"#;
    let safe = [
        ("'Rejected'", "'rejected'"),
        ("'Rejected'", "'Rejectd'"),
        ("status:", "sttaus:"),
        ("\"description\":", "\"decsription\":"),
        ("group: \"DocumentDB\",\n    name: \"accounts\"", "group: \"documentDB\",\n    name: \"accounts\""),
        ("enableFreeTier: false", "enableFreeTier: \"false\""),
        ("failoverPriority: 0", "failoverPriority: '0'"),
        ("          status: 'Rejected',\n", "          actionsRequired: 'None',\n          status: 'Rejected',\n"),
        ("locationName: \"westeurope\"", "locationNme: \"westeurope\""),
        ("\"Standard\"", "\"standard\""),
    ];
    for (right, wrong) in safe {
        assert!(text.contains(right), "{right}");
        for ends in ["\n", "\r\n"] {
            let text = text.replace('\n', ends);
            let planted = text.replacen(&right.replace('\n', ends), &wrong.replace('\n', ends), 1);
            assert_eq!(mended(&planted, Fixes::default()).as_deref(), Some(text.as_str()), "{wrong}");
        }
    }
    let on_request = [
        ("type: \"DatabaseAccount\"", "type: \"DatabaseAcount\""),
        ("    name: \"accounts\"", "    nmae: \"accounts\""),
    ];
    for (right, wrong) in on_request {
        let planted = text.replacen(right, wrong, 1);
        assert_eq!(mended(&planted, Fixes::default()), None, "{wrong}");
        assert_eq!(mended(&planted, Fixes { on_request: true, ..Fixes::default() }).as_deref(), Some(text), "{wrong}");
    }
    // All of them at once, some in reach of one another.
    let all = safe[2..].iter().fold(text.to_owned(), |text, (right, wrong)| text.replacen(right, wrong, 1));
    assert_eq!(mended(&all, Fixes::default()).as_deref(), Some(text));
    assert_eq!(mended(text, Fixes { on_request: true, ..Fixes::default() }), None);
}

/// A repair that reveals another mistake is followed by the next.
#[test]
fn fixes_are_made_in_rounds() {
    let wrong = GOOD.replace("status: \"Approved\"", "sttaus: \"approved\"");
    assert_eq!(mended(&wrong, Fixes::default()).as_deref(), Some(GOOD));
}

#[test]
fn files_are_mended_in_place_and_the_rest_is_said() {
    let place = Workplace::new();
    let path = place.write("resources.js", bad().replace("name:", "nmae:"));
    fs::set_permissions(&path, Permissions::from_mode(0o751)).unwrap();
    place.write("fine.js", GOOD);
    let outcome = place.run(["check", "--fix"]);
    insta::assert_snapshot!(outcome);
    assert_eq!(fs::read_to_string(&path).unwrap(), GOOD.replace("name:", "nmae:"));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o751);
    let all = place.run(["check", "--fix", "--unsafe-fixes", "--format", "json"]);
    assert!(all.stdout.contains("\"fixed\":1"), "{all}");
    assert_eq!(fs::read_to_string(&path).unwrap(), GOOD);
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 2, "nothing is left beside the files");
}

#[test]
fn what_would_change_is_shown_and_nothing_is_changed() {
    let place = Workplace::new();
    let path = place.write("resources.js", bad().replace("\"reports\"", "\"\u{1b}[31m\""));
    let outcome = place.run(["check", "--diff"]);
    insta::assert_snapshot!(outcome);
    assert_eq!(fs::read_to_string(&path).unwrap(), bad().replace("\"reports\"", "\"\u{1b}[31m\""));
    place.write("resources.js", GOOD);
    let nothing = place.run(["check", "--diff"]);
    assert_eq!((nothing.code, nothing.stdout.as_str()), (Some(0), ""));
}

#[test]
fn what_cannot_be_mended_is_said_and_the_next_file_is_mended() {
    let place = Workplace::new();
    let read_only = place.write("read-only/resources.js", bad());
    fs::set_permissions(&read_only, Permissions::from_mode(0o444)).unwrap();
    let elsewhere = place.write("elsewhere.txt", bad());
    symlink(&elsewhere, place.path().join("linked.js")).unwrap();
    let fine = place.write("resources.js", bad());
    let outcome = place.run(["check", "--fix", "read-only/resources.js", "linked.js", "resources.js"]);
    assert_eq!(outcome.code, Some(2), "{outcome}");
    insta::assert_snapshot!(outcome.stderr);
    assert!(
        outcome.stdout.ends_with("Found 2 errors in 3 resources of 3 files.\n--fix mends 2 of them.\n"),
        "{outcome}"
    );
    assert_eq!(fs::read_to_string(&fine).unwrap(), GOOD);
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), bad());
    assert_eq!(fs::read_to_string(&read_only).unwrap(), bad());
}

#[test]
fn options_that_contradict_each_other_are_refused() {
    let place = Workplace::new();
    for arguments in [
        ["check", "--unsafe-fixes", "--info"].as_slice(),
        &["check", "--fix", "--diff"],
        &["check", "--diff", "--format", "json"],
        &["check", "--fix", "--stdin-filename", "a.js"],
    ] {
        assert_eq!(place.run(arguments).code, Some(2), "{arguments:?}");
    }
}
