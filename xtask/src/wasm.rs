use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use wasm_bindgen_cli_support::Bindgen;

use crate::{
    licences,
    tools::{self, run, target_folder},
};

/// What the library is built for in browsers, bundlers and Node.
const LIBRARY_TARGET: &str = "wasm32-unknown-unknown";

/// What the command line is built for in Node, which brings files, arguments and exit codes by WASI.
const COMMAND_TARGET: &str = "wasm32-wasip1";

/// The file with the licences of what others wrote.
pub(crate) const THIRD_PARTY: &str = "THIRD-PARTY.txt";

/// The features of WebAssembly that the compiler uses; every browser of the last years has them.
const FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds the npm package in `wasm/pkg`.
pub(crate) fn wasm() -> Result<(), String> {
    tools::node()?;
    for target in [LIBRARY_TARGET, COMMAND_TARGET] {
        tools::target(target)?;
    }
    let source = package_source();
    println!("==> installing what the package is built with: npm ci");
    tools::npm_ci(&source)?;

    println!("==> building the library and the language server for {LIBRARY_TARGET}");
    build(&["--package", "lazuli-wasm", "--package", "lazuli-language-server", "--target", LIBRARY_TARGET])?;
    println!("==> writing their bindings");
    let bindings = target_folder().join("wasm/bindings");
    bind("lazuli_wasm", "lazuli", &bindings)?;
    bind("lazuli_language_server", "lazuli_language_server", &server_bindings())?;

    println!("==> building the command line for {COMMAND_TARGET}");
    build(&["--package", "lazuli", "--bin", "lazuli", "--target", COMMAND_TARGET])?;

    let package = package();
    tools::empty(&package)?;
    println!("==> making the library small: wasm-opt");
    optimize(&source, &bindings.join("lazuli_bg.wasm"), &package.join("lazuli_bg.wasm"))?;
    // Nobody waits for this one to be loaded from a server: it is not worth the minute.
    copy(&built(COMMAND_TARGET).join("lazuli.wasm"), &package.join("lazuli_command.wasm"))?;
    println!("==> compiling the package: tsc");
    for name in ["lazuli.js", "lazuli.d.ts"] {
        copy(&bindings.join(name), &source.join("src/bindings").join(name))?;
        copy(&bindings.join(name), &package.join("bindings").join(name))?;
    }
    run(Command::new("npm").args(["run", "--silent", "build"]).current_dir(&source))?;
    for name in ["package.json", "README.md"] {
        copy(&source.join(name), &package.join(name))?;
    }
    let licences = licences::of_crates(&[("lazuli-wasm", LIBRARY_TARGET), ("lazuli", COMMAND_TARGET)])?;
    write(&package.join(THIRD_PARTY), &licences)?;
    let licences = licences::of_crates(&[("lazuli-language-server", LIBRARY_TARGET)])?;
    write(&server_bindings().join(THIRD_PARTY), &licences)?;
    let root = source.join("../..");
    for name in ["LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md"] {
        copy(&root.join(name), &package.join(name))?;
    }
    Ok(())
}

/// The folder of the npm package, once it is built.
pub(crate) fn package() -> PathBuf {
    let package = package_source().join("../pkg");
    std::path::absolute(&package).unwrap_or(package)
}

/// The folder of what the package is made from, beside the modules.
pub(crate) fn package_source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../wasm/package")
}

/// The folder of the language server's module and of what binds it to JavaScript.
pub(crate) fn server_bindings() -> PathBuf {
    target_folder().join("wasm/language-server")
}

/// Builds without a warning, and without the folders of this machine in what is built.
fn build(arguments: &[&str]) -> Result<(), String> {
    let folder = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = folder.map(|folder| format!("--remap-path-prefix={}=crates", folder.join("registry/src").display()));
    let flags: Vec<String> = ["--deny".to_owned(), "warnings".to_owned()].into_iter().chain(sources).collect();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")).args(["build", "--profile", "wasm", "--quiet"]);
    run(cargo.args(arguments))
}

fn built(target: &str) -> PathBuf {
    target_folder().join(target).join("wasm")
}

/// Writes the JavaScript and TypeScript beside a module, and the module as these want it.
fn bind(module: &str, name: &str, folder: &Path) -> Result<(), String> {
    let module = built(LIBRARY_TARGET).join(module).with_extension("wasm");
    let mut bindgen = Bindgen::new();
    let bindgen = bindgen.web(true).map_err(|error| format!("{error:#}"))?;
    bindgen
        .input_path(&module)
        .out_name(name)
        .typescript(true)
        // A module that trapped is put aside for a fresh one.
        .reset_state_function(true)
        .omit_default_module_path(true)
        .generate(folder)
        .map_err(|error| format!("{}: {error:#}", module.display()))?;
    without_disposal(&folder.join(name).with_extension("d.ts"))
}

/// Takes out of declarations what programs can only be compiled with that declare the newest JavaScript.
fn without_disposal(declarations: &Path) -> Result<(), String> {
    let named = |error: std::io::Error| format!("{}: {error}", declarations.display());
    let text = fs::read_to_string(declarations).map_err(named)?;
    let kept = text.lines().filter(|line| !line.contains("[Symbol.dispose]"));
    fs::write(declarations, kept.flat_map(|line| [line, "\n"]).collect::<String>()).map_err(named)
}

fn optimize(source: &Path, from: &Path, to: &Path) -> Result<(), String> {
    run(Command::new(source.join("node_modules/.bin/wasm-opt"))
        .args(["-Oz", "--strip-debug", "--strip-producers"])
        .args(FEATURES)
        .arg(from)
        .arg("-o")
        .arg(to))
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let folder = to.parent().unwrap_or(Path::new(""));
    let copied = fs::create_dir_all(folder).and_then(|()| fs::copy(from, to));
    copied.map(|_| ()).map_err(|error| format!("{}: {error}", from.display()))
}
