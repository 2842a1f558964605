use std::collections::BTreeMap;

use super::Pattern;

/// What deploying a resource of a type takes: the path of the request, and what GruCloud knows of the type.
#[derive(Debug, Clone, Default)]
pub struct Deployment {
    /// The path of the request that creates the resource.
    pub path: String,
    /// The parts of the path that are filled in, in their order.
    pub parameters: Vec<PathParameter>,
    /// The resources it depends on, by the key that GruCloud gives them.
    pub dependencies: BTreeMap<String, Dependency>,
    /// The properties that GruCloud takes from environment variables.
    pub environment: Vec<EnvironmentVariable>,
    /// The properties that GruCloud takes for itself instead of sending them, as dotted paths.
    pub consumed: Vec<String>,
    /// The properties that GruCloud fills in, as dotted paths.
    pub filled: Vec<String>,
    /// The properties that GruCloud leaves out when it compares what is declared with what is there, as dotted paths.
    pub not_compared: Vec<String>,
    /// Which of the parameters is the resource's own name.
    pub(crate) own_name: Option<usize>,
    /// The keys of the dependencies that are parents, in the order of the path.
    pub(crate) parents: Vec<String>,
}

/// A part of a resource's path that is filled in, and what swagger says of it.
#[derive(Debug, Clone, Default)]
pub struct PathParameter {
    /// Its name between the braces of the path.
    pub name: String,
    /// The regular expression that it matches somewhere.
    pub pattern: Option<Pattern>,
    /// Its fewest characters.
    pub min_length: Option<u64>,
    /// Its most characters.
    pub max_length: Option<u64>,
}

/// Another resource that a resource of this type refers to, as GruCloud has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dependency {
    /// The group of the other resource.
    pub group: String,
    /// The type of the other resource.
    pub resource_type: String,
    /// Whether the other resource's name is part of this one's path.
    pub parent: bool,
    /// Whether the dependency is a list of names.
    pub list: bool,
    /// Whether it only counts when the resource is created.
    pub create_only: bool,
    /// The place in the properties that the other resource's id fills, as a dotted path.
    pub path_id: Option<String>,
    /// The path parameter that the other resource's name fills.
    pub parameter: Option<String>,
    /// The provider that has the other resource, where it is not this one (`aws`).
    pub provider: Option<String>,
}

/// A property that GruCloud takes from the environment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EnvironmentVariable {
    /// The property, as a dotted path.
    pub path: String,
    /// How the name of the variable ends; it begins with that of the resource.
    pub suffix: String,
}

/// The parts of a path that say where in Azure the resource is, and not what it is called.
const SCOPES: [&str; 2] = ["subscriptionId", "scope"];

impl Deployment {
    /// The same, with what its path consists of worked out.
    pub(crate) fn with_roles(mut self) -> Self {
        let parent_of = |parameter: &PathParameter| {
            let fills = |(_, dependency): &(&String, &Dependency)| {
                dependency.parent && dependency.parameter.as_deref() == Some(&parameter.name)
            };
            self.dependencies.iter().find(fills).map(|(key, _)| key.clone())
        };
        let parents: Vec<Option<String>> = self.parameters.iter().map(parent_of).collect();
        let is_own = |(parameter, parent): (&PathParameter, &Option<String>)| {
            parent.is_none() && !SCOPES.contains(&parameter.name.as_str())
        };
        let own = self.parameters.iter().zip(&parents).rposition(is_own);
        self.own_name = own.filter(|_| self.path.ends_with('}'));
        self.parents = parents.into_iter().flatten().collect();
        self
    }

    /// The part of the path that is the resource's own name; `None` for one of which there is only one below its
    /// parent.
    #[must_use]
    pub fn own_name(&self) -> Option<&PathParameter> {
        self.parameters.get(self.own_name?)
    }

    /// The parents, in the order of the path: the key of each, and what is known of it.
    #[must_use]
    pub fn parents(&self) -> impl DoubleEndedIterator<Item = (&str, &Dependency)> {
        self.parents.iter().filter_map(|key| Some((key.as_str(), self.dependencies.get(key)?)))
    }

    /// The parent whose name stands before the resource's own.
    #[must_use]
    pub fn last_parent(&self) -> Option<(&str, &Dependency)> {
        self.parents().next_back()
    }
}
