use std::rc::Rc;

/// A place in a file of the checkout.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub(super) file: Rc<str>,
    /// A JSON Pointer.
    pub(super) pointer: String,
}

impl Place {
    /// The place that a `$ref` in the file `from` names; `Err` says why there is none.
    pub(super) fn of(reference: &str, from: &Rc<str>) -> Result<Self, String> {
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        if !(fragment.is_empty() || fragment.starts_with('/')) {
            return Err(format!("`{reference}` leads nowhere"));
        }
        let file = if path.is_empty() { Rc::clone(from) } else { Rc::from(join(from, &unescape(path), reference)?) };
        Ok(Self { file, pointer: unescape(fragment) })
    }
}

/// The path that `relative` names, seen from the file `from`.
fn join(from: &str, relative: &str, reference: &str) -> Result<String, String> {
    if relative.contains(':') {
        return Err(format!("`{reference}` leads out of the checkout: nothing is fetched"));
    }
    if relative.starts_with(['/', '\\']) {
        return Err(format!("`{reference}` is an absolute path: it leads out of the checkout"));
    }
    let mut segments: Vec<&str> = from.split('/').collect();
    segments.pop();
    for segment in relative.split(['/', '\\']) {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop().ok_or_else(|| format!("`{reference}` leads out of the checkout"))?;
            }
            name => segments.push(name),
        }
    }
    Ok(segments.join("/"))
}

/// A `$ref` is a URI: `%20` stands for a space.
fn unescape(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let escaped = (first == b'%').then(|| behind.get(..2)).flatten();
        let byte = escaped.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(first));
        rest = if byte.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_resolved_inside_the_checkout_only() {
        let table = [
            ("#/definitions/A", Ok(("a/b/c.json", "/definitions/A"))),
            ("d.json#/definitions/A", Ok(("a/b/d.json", "/definitions/A"))),
            ("./d.json#/definitions/A", Ok(("a/b/d.json", "/definitions/A"))),
            ("../d.json", Ok(("a/d.json", ""))),
            ("../../d.json#/x", Ok(("d.json", "/x"))),
            ("x/../d.json#/definitions/A%20B%5b%zz", Ok(("a/b/d.json", "/definitions/A B[%zz"))),
            ("..\\d.json#/x", Ok(("a/d.json", "/x"))),
            ("../../../d.json#/x", Err("`../../../d.json#/x` leads out of the checkout")),
            ("/etc/passwd", Err("`/etc/passwd` is an absolute path: it leads out of the checkout")),
            ("C:\\x.json", Err("`C:\\x.json` leads out of the checkout: nothing is fetched")),
            ("https://a.b/c.json#/x", Err("`https://a.b/c.json#/x` leads out of the checkout: nothing is fetched")),
            ("#A", Err("`#A` leads nowhere")),
        ];
        for (reference, expected) in table {
            let found = Place::of(reference, &Rc::from("a/b/c.json"));
            let found = found.as_ref().map(|place| (&*place.file, &*place.pointer)).map_err(String::as_str);
            assert_eq!(found, expected, "{reference}");
        }
    }
}
