//! Puts together what a resource may be made of from the requests that create it and what they answer.

use serde_json::{Map, Value, json};

use super::{
    check::FLAGS,
    members::{Budget, Members},
};
use crate::catalog::SET_BY_THE_TOOL;

/// Puts bodies together.
pub(super) struct Bodies<'d> {
    definitions: &'d Map<String, Value>,
    budget: Budget,
}

impl<'d> Bodies<'d> {
    pub(super) fn new(definitions: &'d Map<String, Value>) -> Self {
        Self { definitions, budget: Budget::default() }
    }

    fn members(&mut self, schema: &Value) -> Members {
        Members::new(schema, self.definitions, &mut self.budget)
    }

    /// The body of several requests that create resources of one type: at other scopes, or under names of
    /// their own, as `config/web` and `config/logs`. Which of them is meant does not show in the body, so each
    /// may have what any may, and must have what all must.
    pub(super) fn union(&mut self, bodies: &[Value]) -> Value {
        let mut bodies = bodies.iter();
        let Some(first) = bodies.next() else { return json!({}) };
        let mut union = self.members(first);
        for body in bodies {
            let members = self.members(body);
            union.open |= members.open;
            union.polymorphic |= members.polymorphic;
            union.required.retain(|key| members.required.contains(key));
            for (key, member) in members.of {
                let known = union.of.entry(key).or_insert_with(|| member.clone());
                if *known != member {
                    *known = json!({});
                }
            }
        }
        let open = union.open || union.polymorphic;
        json!({ "type": "object", "properties": union.of, "required": union.required, "additionalProperties": open })
    }

    /// The body, with what only the service's answer has: nobody can set it. The members of the resource and
    /// those of its `properties` are compared.
    pub(super) fn with_members_of_the_answer(&mut self, body: &Value, answer: &Value) -> Value {
        if body == answer {
            return body.clone();
        }
        let mut sent = self.members(body);
        let mut answered = self.members(answer);
        if sent.polymorphic || answered.polymorphic {
            return body.clone();
        }
        let inner = sent.of.get("properties").cloned().zip(answered.of.remove("properties"));
        let mut added = only_answered(&sent, answered);
        for key in SET_BY_THE_TOOL {
            added.remove(key);
        }
        if let Some((inner_sent, inner_answered)) = inner.filter(|(sent, answered)| sent != answered) {
            sent = self.members(&inner_sent);
            let members = only_answered(&sent, self.members(&inner_answered));
            if !members.is_empty() {
                let mut whole = json!({ "properties": members });
                for flag in FLAGS {
                    if let Some(value) = inner_sent.get(flag) {
                        whole[flag] = value.clone();
                    }
                }
                whole["allOf"] = json!([inner_sent]);
                added.insert("properties".to_owned(), whole);
            }
        }
        if added.is_empty() { body.clone() } else { json!({ "allOf": [body], "properties": added }) }
    }
}

/// The members that are in the answer alone, as read-only.
fn only_answered(sent: &Members, answered: Members) -> Map<String, Value> {
    // An object that may have any member, or whose members another decides about, is left as it is.
    if sent.open || sent.polymorphic || answered.polymorphic {
        return Map::new();
    }
    let new = answered.of.into_iter().filter(|(key, _)| !sent.of.contains_key(key));
    new.map(|(key, member)| (key, read_only(member))).collect()
}

fn read_only(mut schema: Value) -> Value {
    if let Value::Object(schema) = &mut schema {
        schema.insert("readOnly".to_owned(), Value::Bool(true));
    }
    schema
}
