/// What Azure publishes about the names of a type, where its swagger says nothing or less.
pub(super) struct Limit {
    pub(super) group: &'static str,
    pub(super) resource_type: &'static str,
    /// The fewest and the most characters.
    pub(super) length: (usize, usize),
    /// Whether a name of a fitting length is right.
    pub(super) is_right: fn(&str) -> bool,
    /// The limit in words.
    pub(super) words: &'static str,
}

/// The limits, from Azure's page "Naming rules and restrictions for Azure resources".
pub(super) const LIMITS: [Limit; 14] = [
    Limit {
        group: "Storage",
        resource_type: "StorageAccount",
        length: (3, 24),
        is_right: |name| is_lower_case(name, ""),
        words: "3 to 24 lower-case letters and digits",
    },
    Limit {
        group: "KeyVault",
        resource_type: "Vault",
        length: (3, 24),
        is_right: |name| {
            is_made_of(name, "-")
                && name.starts_with(|first: char| first.is_ascii_alphabetic())
                && !name.ends_with('-')
                && !name.contains("--")
        },
        words: "3 to 24 letters, digits and hyphens, a letter first, no hyphen last and no two together",
    },
    Limit {
        group: "Resources",
        resource_type: "ResourceGroup",
        length: (1, 90),
        is_right: |name| {
            name.chars().all(|letter| letter.is_alphanumeric() || "_-.()".contains(letter)) && !name.ends_with('.')
        },
        words: "at most 90 letters, digits, `_`, `-`, `.`, `(` and `)`, no dot last",
    },
    Limit {
        group: "DocumentDB",
        resource_type: "DatabaseAccount",
        length: (3, 44),
        is_right: |name| is_lower_case(name, "-") && !name.starts_with('-'),
        words: "3 to 44 lower-case letters, digits and hyphens",
    },
    Limit {
        group: "ContainerRegistry",
        resource_type: "Registry",
        length: (5, 50),
        is_right: |name| is_made_of(name, ""),
        words: "5 to 50 letters and digits",
    },
    Limit {
        group: "App",
        resource_type: "ContainerApp",
        length: (2, 32),
        is_right: |name| {
            is_lower_case(name, "-")
                && name.starts_with(|first: char| first.is_ascii_lowercase())
                && !name.ends_with('-')
        },
        words: "2 to 32 lower-case letters, digits and hyphens, a letter first and no hyphen last",
    },
    Limit {
        group: "Network",
        resource_type: "VirtualNetwork",
        length: (2, 64),
        is_right: |name| is_made_of(name, "_.-") && begins_and_ends_well(name),
        words: "2 to 64 letters, digits, `_`, `.` and `-`, a letter or digit first, no `.` or `-` last",
    },
    of_networks("Network", "Subnet"),
    of_networks("Network", "NetworkSecurityGroup"),
    of_networks("Network", "PublicIPAddress"),
    Limit {
        group: "Compute",
        resource_type: "Disk",
        length: (1, 80),
        is_right: |name| is_made_of(name, "_.-"),
        words: "at most 80 letters, digits, `_`, `.` and `-`",
    },
    Limit {
        group: "Web",
        resource_type: "WebApp",
        length: (2, 60),
        is_right: |name| is_made_of(name, "-") && !has_a_hyphen_at_an_end(name),
        words: "2 to 60 letters, digits and hyphens, no hyphen first or last",
    },
    Limit {
        group: "OperationalInsights",
        resource_type: "Workspace",
        length: (4, 63),
        is_right: |name| is_made_of(name, "-") && !has_a_hyphen_at_an_end(name),
        words: "4 to 63 letters, digits and hyphens, no hyphen first or last",
    },
    Limit {
        group: "ManagedIdentity",
        resource_type: "UserAssignedIdentity",
        length: (3, 128),
        is_right: |name| is_made_of(name, "_-") && name.starts_with(|first: char| first.is_ascii_alphanumeric()),
        words: "3 to 128 letters, digits, `_` and `-`, a letter or digit first",
    },
];

/// The limit that many types of networks share.
const fn of_networks(group: &'static str, resource_type: &'static str) -> Limit {
    Limit {
        group,
        resource_type,
        length: (1, 80),
        is_right: |name| is_made_of(name, "_.-") && begins_and_ends_well(name),
        words: "at most 80 letters, digits, `_`, `.` and `-`, a letter or digit first, no `.` or `-` last",
    }
}

impl Limit {
    pub(super) fn allows(&self, name: &str) -> bool {
        let (least, most) = self.length;
        (least..=most).contains(&name.chars().count()) && (self.is_right)(name)
    }
}

/// Whether a name is made of lower-case letters of ASCII, digits and `others`.
fn is_lower_case(name: &str, others: &str) -> bool {
    is_made_of(name, others) && !name.contains(|letter: char| letter.is_ascii_uppercase())
}

fn has_a_hyphen_at_an_end(name: &str) -> bool {
    name.starts_with('-') || name.ends_with('-')
}

fn is_made_of(name: &str, others: &str) -> bool {
    name.chars().all(|letter| letter.is_ascii_alphanumeric() || others.contains(letter))
}

fn begins_and_ends_well(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphanumeric()) && !name.ends_with(['.', '-'])
}
