//! What the check of a whole project costs, from 1,000 resources to 20,000: `cargo bench --bench project`.
//!
//! The project is made of resource groups with a network, subnets, a security group, interfaces and machines that refer
//! to one another across files; the program checks it as a user would.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

/// The resources of each file.
const IN_A_FILE: usize = 20;

/// How often each size is checked; the quickest run counts.
const RUNS: usize = 5;

fn main() {
    println!("| files | resources | findings | wall | per resource | peak memory |\n|---:|---:|---:|---:|---:|---:|");
    for resources in [1_000, 2_000, 5_000, 10_000, 20_000] {
        let folder = env::temp_dir().join(format!("lazuli-bench-{}-{resources}", std::process::id()));
        let files = resources / IN_A_FILE;
        write_project(&folder, files);
        let best = (0..RUNS).map(|_| check(&folder)).min_by_key(|run| run.wall).unwrap_or_default();
        let microseconds = best.wall.as_secs_f64() * 1e6 / f64::from(u32::try_from(resources).unwrap_or(1));
        println!(
            "| {files} | {resources} | {} | {:.0} ms | {microseconds:.1} µs | {} |",
            best.findings,
            best.wall.as_secs_f64() * 1e3,
            best.peak.map_or("-".to_owned(), |kilobytes| format!("{:.0} MB", f64::from(kilobytes) / 1024.0)),
        );
        // What is left behind in the folder for temporary files does no harm.
        let _ = fs::remove_dir_all(&folder);
    }
}

/// What a run took.
#[derive(Default)]
struct Run {
    wall: Duration,
    findings: usize,
    /// The most memory it had, in kilobytes, where the system has a program that tells.
    peak: Option<u32>,
}

/// Checks a folder with the program of this project.
fn check(folder: &Path) -> Run {
    let program = env!("CARGO_BIN_EXE_lazuli");
    let timer = Path::new("/usr/bin/time");
    let mut command = if timer.is_file() {
        let mut command = Command::new(timer);
        command.args(["-f", "%M", program]);
        command
    } else {
        Command::new(program)
    };
    let started = Instant::now();
    let output = command.args(["check", "--format", "json"]).arg(folder).output().expect("the program runs");
    let wall = started.elapsed();
    let findings = String::from_utf8_lossy(&output.stdout).matches("\"rule\":").count();
    let peak = String::from_utf8_lossy(&output.stderr).lines().last().and_then(|line| line.trim().parse().ok());
    Run { wall, findings, peak }
}

fn write_project(folder: &Path, files: usize) {
    fs::create_dir_all(folder).expect("a folder for temporary files");
    fs::write(folder.join("package.json"), "{}").expect("a file in it");
    for number in 0..files {
        fs::write(folder.join(format!("resources-{number:04}.js")), file(number, files)).expect("a file in it");
    }
}

/// A file of twenty resources, which refer to those of the file before it, too.
fn file(number: usize, files: usize) -> String {
    let before = (number + files - 1) % files;
    let mut text = String::from("exports.createResources = () => [\n");
    let mut add = |resource_type: &str, group: &str, body: &str, dependencies: &str| {
        let _ = write!(
            text,
            "  {{\n    type: \"{resource_type}\",\n    group: \"{group}\",\n    properties: ({{ config, getId }}) => ({{\n      location: config.location,\n      tags: {{ id: getId.name }},\n{body}    }}),\n"
        );
        if !dependencies.is_empty() {
            let _ = write!(text, "    dependencies: ({{}}) => ({{\n{dependencies}    }}),\n");
        }
        text.push_str("  },\n");
    };
    let group = format!("rg-{number}");
    let in_group = format!("      resourceGroup: \"{group}\",\n");
    add("ResourceGroup", "Resources", &format!("      name: \"{group}\",\n"), "");
    add(
        "VirtualNetwork",
        "Network",
        "      name: \"net\",\n      properties: { addressSpace: { addressPrefixes: [\"10.0.0.0/16\"] } },\n",
        &in_group,
    );
    add(
        "NetworkSecurityGroup",
        "Network",
        "      name: \"wall\",\n      properties: {\n        securityRules: [\n          {\n            name: \"web\",\n            properties: {\n              protocol: \"Tcp\",\n              sourcePortRange: \"*\",\n              destinationPortRange: \"443\",\n              sourceAddressPrefix: \"*\",\n              destinationAddressPrefix: \"*\",\n              access: \"Allow\",\n              priority: 1000,\n              direction: \"Inbound\",\n            },\n          },\n        ],\n      },\n",
        &in_group,
    );
    for at in 0..5 {
        add(
            "Subnet",
            "Network",
            &format!("      name: \"subnet-{at}\",\n      properties: {{ addressPrefix: \"10.0.{at}.0/24\" }},\n"),
            &format!(
                "{in_group}      virtualNetwork: \"{group}::net\",\n      networkSecurityGroup: \"{group}::wall\",\n"
            ),
        );
    }
    for at in 0..6 {
        let subnet = format!("rg-{}::net::subnet-{}", if at == 0 { before } else { number }, at % 5);
        add(
            "NetworkInterface",
            "Network",
            &format!(
                "      name: \"card-{at}\",\n      properties: {{\n        ipConfigurations: [\n          {{\n            name: \"main\",\n            properties: {{ subnet: {{ id: getId({{ type: \"Subnet\", group: \"Network\", name: \"{subnet}\" }}) }} }},\n          }},\n        ],\n      }},\n"
            ),
            &format!("{in_group}      subnets: [\"{subnet}\"],\n      networkSecurityGroup: \"{group}::wall\",\n"),
        );
        add(
            "VirtualMachine",
            "Compute",
            &format!(
                "      name: \"vm-{at}\",\n      properties: {{\n        hardwareProfile: {{ vmSize: \"Standard_B1ls\" }},\n        osProfile: {{\n          computerName: \"vm-{at}\",\n          adminUsername: \"ops\",\n          adminPassword: process.env.VM_ADMIN_PASSWORD,\n        }},\n        networkProfile: {{ networkInterfaces: [{{ id: getId({{ type: \"NetworkInterface\", group: \"Network\", name: \"{group}::card-{at}\" }}) }}] }},\n      }},\n"
            ),
            &format!("{in_group}      networkInterfaces: [\"{group}::card-{at}\"],\n"),
        );
    }
    text + "];\n"
}
