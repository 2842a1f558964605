use super::alarms;

fn properties(callback: &str) -> String {
    format!(
        "const own = {{ location: \"westus\" }};\nexports.createResources = () => [\n  {{ type: \"ResourceGroup\", group: \"Resources\", name: \"rg\", properties: {callback} }},\n];\n"
    )
}

#[test]
fn a_callback_takes_what_it_uses() {
    let wrong = |place: &str| vec![("definition/callback-parameter".to_owned(), place.to_owned())];
    let table = [
        ("({ config }) => ({ location: config.location })", vec![]),
        ("() => ({ location: config.location })", wrong("config")),
        ("function () { return { location: config.location }; }", wrong("config")),
        // It is given all there is.
        ("(all) => ({ location: all.config.location })", vec![]),
        ("({ ...rest }) => ({ location: rest.config.location })", vec![]),
        ("({ config: settings }) => ({ location: settings.location })", vec![]),
        ("({ config = {} }) => ({ location: config.location })", vec![]),
        // Names of its own, and words that are no names.
        ("() => { const config = own; return { location: config.location }; }", vec![]),
        ("() => ({ tags: { config: \"config\" } })", vec![]),
        ("() => ({ location: own.config })", vec![]),
        ("() => ({ tags: Object.fromEntries([].map((config) => [config, \"\"])) })", vec![]),
        ("({ settings }) => ({ location: settings.location })", wrong("settings")),
        ("({ settings = own }) => ({ location: settings.location })", vec![]),
    ];
    for (callback, expected) in table {
        assert_eq!(alarms(&properties(callback)), expected, "{callback}");
    }
}

#[test]
fn a_file_that_declares_what_it_uses_is_left_alone() {
    let text = properties("() => ({ location: config.location })");
    assert_eq!(alarms(&format!("const config = require(\"./config\");\n{text}")), []);
}

#[test]
fn what_is_not_used_is_only_an_info() {
    assert_eq!(alarms(&properties("({ config, getId }) => ({})")), []);
}

/// What GruCloud takes for itself is no property of the service, and what it fills in is not missing.
#[test]
fn a_role_is_given_by_its_name() {
    let assignment = |members: &str| {
        format!(
            "exports.createResources = () => [\n  {{ type: \"RoleAssignment\", group: \"Authorization\", properties: () => ({{ name: \"a\", properties: {{ {members} }} }}), dependencies: () => ({{ scopeResourceGroup: \"rg\" }}) }},\n];\n"
        )
    };
    assert_eq!(alarms(&assignment("roleName: \"Contributor\", principalName: \"ops\", principalType: \"User\"")), []);
    let wrong = alarms(&assignment("roleNames: \"Contributor\""));
    assert_eq!(wrong, [("schema/unknown-property".to_owned(), "roleNames".to_owned())]);
    let key = "exports.createResources = () => [\n  { type: \"SshPublicKey\", group: \"Compute\", properties: () => ({ name: \"key\", publicKeyFile: \"keys/ops.pub\" }), dependencies: () => ({ resourceGroup: \"rg\" }) },\n];\n";
    assert_eq!(alarms(key), []);
}

#[test]
fn a_type_or_group_that_is_empty_is_told_and_nothing_else() {
    let text = |resource_type: &str, group: &str| {
        format!(
            "exports.createResources = () => [\n  {{ type: \"{resource_type}\", group: \"{group}\", properties: () => ({{ name: \"rg\" }}) }},\n];\n"
        )
    };
    let table = [("", "Resources", 1), ("ResourceGroup", "", 1), ("", "", 2), ("ResourceGroup", "Resources", 0)];
    for (resource_type, group, times) in table {
        let expected = vec![("definition/shape".to_owned(), "\"\"".to_owned()); times];
        assert_eq!(alarms(&text(resource_type, group)), expected, "{resource_type}::{group}");
    }
}
