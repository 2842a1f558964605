use std::{
    collections::{BTreeMap, HashMap},
    error::Error,
};

use serde_json::Value;

use crate::format::{
    ARRAY, FOLLOWS, INTEGER, KIND_BITS, NUMBER, NUMBER_BYTES, OBJECT, OFFSET_BYTES, PREFIXED, PREFIXED_BY_SECOND,
    PREFIXES, SIMPLE, STRING,
};

/// What one swagger file has.
pub(crate) struct File {
    pub(crate) group: String,
    pub(crate) api_version: String,
    /// The slice of each resource type.
    pub(crate) resources: BTreeMap<String, Value>,
    pub(crate) definitions: BTreeMap<String, Value>,
}

/// The blob of all files; `format.rs` has its layout.
pub(crate) fn pack(files: &[File]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut pool = Pool::default();
    let mut resources = BTreeMap::new();
    let mut directory = Vec::new();
    let mut definitions = Vec::new();
    for (number, file) in files.iter().enumerate() {
        for (resource_type, slice) in &file.resources {
            let names = [&file.group, resource_type, &file.api_version];
            resources.insert(names, (names.map(|name| pool.string(name)), number, pool.value(slice)));
        }
        directory.push([definitions.len(), file.definitions.len()]);
        definitions.extend(file.definitions.iter().map(|(name, value)| (pool.string(name), pool.value(value))));
    }
    let placed = pool.place();

    let mut blob = Vec::new();
    for number in [files.len(), resources.len(), definitions.len(), placed.string_bytes.len()] {
        blob.extend(bytes_of::<NUMBER_BYTES>(number)?);
    }
    for number in directory.into_iter().flatten() {
        blob.extend(bytes_of::<NUMBER_BYTES>(number)?);
    }
    for (names, file, value) in resources.into_values() {
        let names = names.into_iter().map(|name| placed.strings[name]);
        for number in names.chain([file, placed.values[value]]) {
            blob.extend(bytes_of::<OFFSET_BYTES>(number)?);
        }
    }
    for (name, value) in definitions {
        for number in [placed.strings[name], placed.values[value]] {
            blob.extend(bytes_of::<OFFSET_BYTES>(number)?);
        }
    }
    blob.extend(placed.string_bytes);
    blob.extend(placed.value_bytes);
    Ok(blob)
}

/// The number in so many bytes, the lowest first.
fn bytes_of<const BYTES: usize>(number: usize) -> Result<[u8; BYTES], Box<dyn Error>> {
    let all = u64::try_from(number)?.to_le_bytes();
    let (low, high) = all.split_at(BYTES);
    if high.iter().any(|byte| *byte != 0) {
        return Err(format!("{number} does not fit into {BYTES} bytes").into());
    }
    Ok(low.try_into()?)
}

/// Strings and values, each once, with how often it is used.
#[derive(Default)]
struct Pool {
    strings: Interned<String>,
    values: Interned<Node>,
}

struct Interned<T> {
    numbers: HashMap<T, usize>,
    all: Vec<(T, usize)>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Self { numbers: HashMap::new(), all: Vec::new() }
    }
}

impl<T: Clone + Eq + std::hash::Hash> Interned<T> {
    fn number(&mut self, item: T) -> usize {
        let number = *self.numbers.entry(item.clone()).or_insert(self.all.len());
        if number == self.all.len() {
            self.all.push((item, 0));
        }
        self.all[number].1 += 1;
        number
    }

    /// The numbers, the most used first.
    fn by_use(&self) -> Vec<usize> {
        let mut numbers: Vec<usize> = (0..self.all.len()).collect();
        numbers.sort_by_key(|number| std::cmp::Reverse(self.all[*number].1));
        numbers
    }
}

/// A value whose strings and values are numbers.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Node {
    Simple(u8),
    Integer(u64),
    String(usize),
    /// The kind that says which prefix, and the rest.
    Prefixed(u8, usize),
    Number(usize),
    Array(Vec<usize>),
    Object(Vec<(usize, usize)>),
}

/// Where everything lies, and its bytes.
struct Placed {
    strings: Vec<usize>,
    string_bytes: Vec<u8>,
    values: Vec<usize>,
    value_bytes: Vec<u8>,
}

impl Pool {
    fn string(&mut self, text: &str) -> usize {
        self.strings.number(text.to_owned())
    }

    fn value(&mut self, value: &Value) -> usize {
        let node = match value {
            Value::Null => Node::Simple(0),
            Value::Bool(boolean) => Node::Simple(1 + u8::from(*boolean)),
            Value::Number(number) => match number.as_u64() {
                Some(integer) => Node::Integer(integer),
                None => Node::Number(self.string(&number.to_string())),
            },
            Value::String(text) => {
                let kinds = [PREFIXED, PREFIXED_BY_SECOND].into_iter().zip(PREFIXES);
                let rest = kinds.into_iter().find_map(|(kind, prefix)| Some((kind, text.strip_prefix(prefix)?)));
                match rest {
                    Some((kind, rest)) => Node::Prefixed(kind, self.string(rest)),
                    None => Node::String(self.string(text)),
                }
            }
            Value::Array(items) => Node::Array(items.iter().map(|item| self.value(item)).collect()),
            Value::Object(members) => {
                Node::Object(members.iter().map(|(key, value)| (self.string(key), self.value(value))).collect())
            }
        };
        self.values.number(node)
    }

    fn place(&self) -> Placed {
        let mut strings = vec![0; self.strings.all.len()];
        let mut string_bytes = Vec::new();
        for number in self.strings.by_use() {
            strings[number] = string_bytes.len();
            let text = &self.strings.all[number].0;
            variable(text.len() as u64, &mut string_bytes);
            string_bytes.extend(text.as_bytes());
        }
        let order = self.values.by_use();
        let mut values = vec![0; order.len()];
        loop {
            // The offset of one value is as long as the offsets before it make it: done when nothing moves.
            let mut value_bytes = Vec::new();
            let mut moved = false;
            for number in &order {
                moved |= std::mem::replace(&mut values[*number], value_bytes.len()) != value_bytes.len();
                write(&self.values.all[*number].0, &strings, &values, &mut value_bytes);
            }
            if !moved {
                return Placed { strings, string_bytes, values, value_bytes };
            }
        }
    }
}

fn write(node: &Node, strings: &[usize], values: &[usize], bytes: &mut Vec<u8>) {
    match node {
        Node::Simple(which) => head(SIMPLE, u64::from(*which), bytes),
        Node::Integer(integer) => head(INTEGER, *integer, bytes),
        Node::String(text) => head(STRING, strings[*text] as u64, bytes),
        Node::Prefixed(kind, rest) => head(*kind, strings[*rest] as u64, bytes),
        Node::Number(text) => head(NUMBER, strings[*text] as u64, bytes),
        Node::Array(items) => {
            head(ARRAY, items.len() as u64, bytes);
            for item in items {
                variable(values[*item] as u64, bytes);
            }
        }
        Node::Object(members) => {
            head(OBJECT, members.len() as u64, bytes);
            for (key, value) in members {
                variable(strings[*key] as u64, bytes);
                variable(values[*value] as u64, bytes);
            }
        }
    }
}

fn head(kind: u8, argument: u64, bytes: &mut Vec<u8>) {
    match u8::try_from(argument) {
        Ok(small) if small < FOLLOWS => bytes.push(kind | (small << KIND_BITS)),
        _ => {
            bytes.push(kind | (FOLLOWS << KIND_BITS));
            variable(argument, bytes);
        }
    }
}

fn variable(mut number: u64, bytes: &mut Vec<u8>) {
    loop {
        let low = number.to_le_bytes()[0] & 0x7f;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}
