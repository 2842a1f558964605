/// An id of Azure Resource Manager, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ResourceIdText<'t> {
    /// `Microsoft.Network/virtualNetworks/subnets`; empty for a resource group.
    pub(super) arm_type: String,
    /// The names on the way: that of the resource group first.
    pub(super) names: Vec<&'t str>,
}

/// The id that a text is, with a real subscription in it: `/subscriptions/<guid>/resourceGroups/rg/…`.
pub(super) fn resource_id(text: &str) -> Option<ResourceIdText<'_>> {
    let rest = text.strip_prefix("/subscriptions/")?;
    let mut segments = rest.split('/');
    let subscription = segments.next()?;
    if !is_guid(subscription) {
        return None;
    }
    let segments: Vec<&str> = segments.collect();
    let mut names = Vec::new();
    let mut rest = segments.as_slice();
    if let [key, name, others @ ..] = rest
        && key.eq_ignore_ascii_case("resourceGroups")
    {
        names.push(*name);
        rest = others;
    }
    let arm_type = match rest {
        [key, namespace, others @ ..] if key.eq_ignore_ascii_case("providers") => {
            names.extend(others.iter().skip(1).step_by(2));
            let types = others.iter().step_by(2);
            std::iter::once(namespace).chain(types).copied().collect::<Vec<_>>().join("/")
        }
        _ => String::new(),
    };
    Some(ResourceIdText { arm_type, names })
}

fn is_guid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_taken_apart() {
        let guid = "/subscriptions/01234567-89ab-cdef-0123-456789abcdef";
        let text = format!("{guid}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/net/subnets/inner");
        let id = resource_id(&text).unwrap();
        assert_eq!(
            (&*id.arm_type, &*id.names),
            ("Microsoft.Network/virtualNetworks/subnets", &["rg", "net", "inner"][..])
        );
        let group = format!("{guid}/resourceGroups/rg");
        assert_eq!(resource_id(&group).unwrap().names, ["rg"]);
        for text in [
            "/subscriptions/subid/resourceGroups/rg",
            "/subscriptions/{id}",
            "subscriptions",
            guid.trim_end_matches('f'),
        ] {
            assert_eq!(resource_id(text), None, "{text}");
        }
    }
}
