use std::fmt::Write;

use textwrap::Options;

use super::outline::{Outline, outline};
use crate::catalog::{Dependency, ResourceSchema};

/// A resource type for people: what it is called, what it depends on, and the tree of its properties.
#[must_use]
pub fn tree(resource: &ResourceSchema, arm_name: &str, versions: &[&str], width: usize) -> String {
    let id = &resource.id;
    let mut text = format!("{}::{}\n{arm_name}\n\n", id.group, id.resource_type);
    let others: Vec<&str> = versions.iter().copied().filter(|version| *version != id.api_version).collect();
    let others = if others.is_empty() { String::new() } else { format!(" (also {})", others.join(", ")) };
    let _ = writeln!(text, "API version  {}{others}", id.api_version);
    let _ = writeln!(
        text,
        "{}",
        filled("path         ", &resource.deployment.path.replace('/', "/\u{200b}"), width).replace('\u{200b}', "")
    );
    let parameters =
        resource.deployment.parameters.iter().map(|parameter| (&parameter.name, parameter.facts().join(", ")));
    section("in the path", parameters.filter(|(_, facts)| !facts.is_empty()).collect(), width, &mut text);
    let dependencies =
        resource.deployment.dependencies.iter().map(|(key, dependency)| (key, about_dependency(dependency)));
    section("dependencies", dependencies.collect(), width, &mut text);
    text.push_str("\nproperties\n");
    branches(&outline(resource).members, "", width, &mut text);
    text
}

/// A heading and a line for each name, the names in a column.
fn section(heading: &str, named: Vec<(&String, String)>, width: usize, text: &mut String) {
    let Some(longest) = named.iter().map(|(name, _)| name.chars().count()).max() else { return };
    let _ = writeln!(text, "\n{heading}");
    for (name, about) in named {
        let _ = writeln!(text, "{}", filled(&format!("  {name:longest$}  "), &about, width));
    }
}

fn about_dependency(dependency: &Dependency) -> String {
    let mut words = vec![format!("{}::{}", dependency.group, dependency.resource_type)];
    let flags =
        [(dependency.list, "list"), (dependency.parent, "parent"), (dependency.create_only, "when it is created")];
    words.extend(flags.into_iter().filter(|(applies, _)| *applies).map(|(_, word)| word.to_owned()));
    words.extend(dependency.path_id.as_ref().map(|path| format!("fills `{path}`")));
    words.join(", ")
}

fn branches(members: &[Outline], before: &str, width: usize, text: &mut String) {
    let longest = members.iter().map(|member| member.name.chars().count()).max().unwrap_or_default();
    for (at, member) in members.iter().enumerate() {
        let is_last = at + 1 == members.len();
        let (branch, below) = if is_last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        let head = format!("{before}{branch}{:longest$}  ", member.name);
        let below = format!("{before}{below}");
        let mut about: Vec<String> = Vec::new();
        if !member.kind.is_empty() {
            about.push(member.kind.clone());
        }
        about.extend(member.facts.iter().cloned());
        about.extend(member.repeats.as_ref().map(|name| format!("its members as at the other {name}")));
        let trunk = if member.members.is_empty() { ' ' } else { '│' };
        let indent = format!("{below}{trunk}{:1$}", "", longest + 1);
        let options =
            Options::new(width.max(head.chars().count() + 30)).initial_indent(&head).subsequent_indent(&indent);
        text.push_str(textwrap::fill(&about.join(", "), options).trim_end());
        text.push('\n');
        branches(&member.members, &below, width, text);
    }
}

fn filled(head: &str, text: &str, width: usize) -> String {
    let indent = " ".repeat(head.chars().count());
    textwrap::fill(text, Options::new(width).initial_indent(head).subsequent_indent(&indent))
}
