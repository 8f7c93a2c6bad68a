//! Our own reading of what the W3C's Web Annotation model demands of an annotation and of a
//! collection, so that no line of ours leaves the house against it.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::fmt;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

const MOTIVATIONS: [&str; 13] = [
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
];

/// What is wrong with a line that should be an annotation or a collection; empty if nothing is.
pub(crate) fn faults(line: &str) -> Vec<String> {
    let mut faults = Faults::default();
    match serde_json::from_str::<Map<String, Value>>(line) {
        Ok(object) => {
            faults.check(!has_doubled_keys(line), "a key stands twice in one object");
            faults.resource(&object);
        }
        Err(error) => faults.say(&format!("no JSON object: {error}")),
    }
    faults.0
}

#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn say(&mut self, fault: &str) {
        self.0.push(fault.to_owned());
    }

    fn check(&mut self, holds: bool, fault: &str) {
        if !holds {
            self.say(fault);
        }
    }

    fn resource(&mut self, object: &Map<String, Value>) {
        let contexts = one_or_more(object.get("@context"));
        self.check(contexts.iter().any(|context| *context == CONTEXT), "@context lacks the model's");
        self.check(is_iri(object.get("id")), "id is not one IRI");
        self.no_empty_arrays("line", &Value::Object(object.clone()));
        for key in ["created", "modified", "generated"] {
            self.check(object.get(key).is_none_or(is_date), &format!("{key} is no xsd:dateTime with a zone"));
        }
        for key in ["creator", "generator"] {
            let agents = one_or_more(object.get(key));
            self.check(
                agents.into_iter().all(is_iri_or_object),
                &format!("{key} is neither IRI nor object with one"),
            );
        }
        for key in ["rights", "canonical", "via"] {
            let iris = one_or_more(object.get(key));
            self.check(iris.into_iter().all(|iri| is_iri(Some(iri))), &format!("{key} is no IRI"));
        }
        let types = one_or_more(object.get("type"));
        if types.iter().any(|word| *word == "AnnotationCollection") {
            self.collection(object);
        } else if types.iter().any(|word| *word == "Annotation") {
            self.annotation(object);
        } else {
            self.say("type is neither Annotation nor AnnotationCollection");
        }
    }

    fn no_empty_arrays(&mut self, at: &str, value: &Value) {
        match value {
            Value::Array(items) => {
                self.check(!items.is_empty(), &format!("{at} is an empty array"));
                items.iter().for_each(|item| self.no_empty_arrays(at, item));
            }
            Value::Object(object) => object.iter().for_each(|(key, value)| self.no_empty_arrays(key, value)),
            Value::Null => self.say(&format!("{at} is null")),
            _ => {}
        }
    }

    fn collection(&mut self, object: &Map<String, Value>) {
        let is_label = |label: &Value| label.as_str().is_some_and(|label| !label.is_empty());
        self.check(object.get("label").is_some_and(is_label), "the collection has no label");
        let total = object.get("total").map(|total| total.as_u64());
        self.check(total != Some(None), "total is no count");
        let is_some = matches!(total, Some(Some(total)) if 0 < total);
        self.check(!is_some || object.contains_key("first"), "a total without first");
    }

    fn annotation(&mut self, object: &Map<String, Value>) {
        let targets = one_or_more(object.get("target"));
        self.check(!targets.is_empty(), "no target");
        targets.into_iter().for_each(|target| self.target(target));
        self.check(!(object.contains_key("body") && object.contains_key("bodyValue")), "body and bodyValue");
        self.check(object.get("bodyValue").is_none_or(Value::is_string), "bodyValue is no string");
        one_or_more(object.get("body")).into_iter().for_each(|body| self.body(body));
        for key in ["motivation", "purpose"] {
            self.motivations(object, key);
        }
    }

    fn motivations(&mut self, object: &Map<String, Value>, key: &str) {
        let is_known = |word: &&Value| word.as_str().is_some_and(|word| MOTIVATIONS.contains(&word));
        self.check(
            one_or_more(object.get(key)).iter().all(is_known),
            &format!("{key} is none of the thirteen"),
        );
    }

    fn target(&mut self, target: &Value) {
        let Some(object) = target.as_object() else {
            return self.check(is_iri(Some(target)), "a target is no IRI");
        };
        self.no_sets(object);
        match object.get("source") {
            Some(source) => self.check(is_iri_or_object(source), "a target's source is no IRI"),
            None => self.check(is_iri(object.get("id")), "a target has neither id nor source"),
        }
        self.check(
            !(object.contains_key("id") && object.contains_key("purpose")),
            "a target with id and purpose",
        );
        self.specific(object);
    }

    fn body(&mut self, body: &Value) {
        let Some(object) = body.as_object() else {
            return self.check(is_iri(Some(body)), "a body is no IRI");
        };
        self.no_sets(object);
        let has_value = object.get("value").is_some_and(Value::is_string);
        let is_named = is_iri(object.get("id")) || object.get("source").is_some_and(is_iri_or_object);
        self.check(has_value || is_named, "a body has neither value nor id nor source");
        self.check(object.get("value").is_none_or(Value::is_string), "a body's value is no string");
        self.motivations(object, "purpose");
        self.specific(object);
    }

    fn no_sets(&mut self, object: &Map<String, Value>) {
        let is_set = |word: &&Value| ["Composite", "List", "Independents"].iter().any(|set| **word == *set);
        self.check(!one_or_more(object.get("type")).iter().any(is_set), "a set where the suite takes none");
    }

    /// What a specific resource may say of its source.
    fn specific(&mut self, object: &Map<String, Value>) {
        one_or_more(object.get("selector")).into_iter().for_each(|selector| self.selector(selector));
        one_or_more(object.get("state")).into_iter().for_each(|state| self.state(state));
        let via = one_or_more(object.get("renderedVia"));
        self.check(via.into_iter().all(is_iri_or_object), "renderedVia is neither IRI nor object with one");
    }

    fn selector(&mut self, selector: &Value) {
        let Some(object) = selector.as_object() else {
            return self.check(is_iri(Some(selector)), "a selector is no IRI");
        };
        match object.get("type").and_then(Value::as_str) {
            Some("TextQuoteSelector") => {
                self.check(object.get("exact").is_some_and(Value::is_string), "exact is not one string");
                let is_text = |key: &str| object.get(key).is_none_or(Value::is_string);
                self.check(is_text("prefix") && is_text("suffix"), "a context is not one string");
            }
            Some("TextPositionSelector") => {
                let offset = |key: &str| object.get(key).and_then(Value::as_u64);
                match (offset("start"), offset("end")) {
                    (Some(start), Some(end)) => self.check(start <= end, "start lies past end"),
                    _ => self.say("start or end is no integer from 0"),
                }
            }
            Some(_) => {}
            None => self.say("a selector without type"),
        }
    }

    fn state(&mut self, state: &Value) {
        let Some(object) = state.as_object() else {
            return self.check(is_iri(Some(state)), "a state is no IRI");
        };
        if object.get("type").is_none_or(|word| *word != "TimeState") {
            return self.check(object.contains_key("type"), "a state without type");
        }
        let dates = ["sourceDate", "sourceDateStart", "sourceDateEnd"].map(|key| object.get(key));
        self.check(
            dates.iter().flatten().all(|date| one_or_more(Some(*date)).into_iter().all(is_date)),
            "a state's date is none",
        );
        self.check(
            dates[0].is_some() != dates[1].is_some(),
            "a time state has one of sourceDate and sourceDateStart",
        );
        self.check(dates[1].is_some() == dates[2].is_some(), "sourceDateStart and sourceDateEnd go together");
        self.check(
            object.get("cached").is_none_or(|cached| is_iri(Some(cached))),
            "cached is no absolute IRI",
        );
    }
}

/// The elements of an array, the value alone, or nothing.
fn one_or_more(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(items)) => items.iter().collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    }
}

fn is_iri_or_object(value: &Value) -> bool {
    match value {
        Value::Object(object) => object.get("id").is_none_or(|id| is_iri(Some(id))) && !object.is_empty(),
        _ => is_iri(Some(value)),
    }
}

/// An absolute IRI: a scheme, a colon, and nothing that IRIs exclude.
fn is_iri(value: Option<&Value>) -> bool {
    let Some((scheme, rest)) = value.and_then(Value::as_str).and_then(|iri| iri.split_once(':')) else {
        return false;
    };
    let is_scheme_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    let is_excluded = |c: char| c.is_control() || c.is_whitespace() || "<>\"{}|\\^`".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(is_scheme_letter)
        && !rest.is_empty()
        && !rest.contains(is_excluded)
}

/// `2026-03-02T09:14:07Z`, also with a fraction and another zone.
fn is_date(value: &Value) -> bool {
    let Some(text) = value.as_str() else { return false };
    let Some((date_and_time, zone)) = text.split_at_checked(19) else { return false };
    let zone =
        zone.strip_prefix('.').map_or(zone, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let is_zone = zone == "Z" || (zone.starts_with(['+', '-']) && has_shape(&zone[1..], "00:00"));
    is_zone
        && has_shape(date_and_time, "0000-00-00T00:00:00")
        && text.parse::<postil::document::Timestamp>().is_ok()
}

/// Whether digits stand where `shape` has `0`, and its other characters where they stand.
fn has_shape(text: &str, shape: &str) -> bool {
    let fits = |(byte, shape): (u8, u8)| if shape == b'0' { byte.is_ascii_digit() } else { byte == shape };
    text.len() == shape.len() && text.bytes().zip(shape.bytes()).all(fits)
}

fn has_doubled_keys(json: &str) -> bool {
    struct Keys<'a>(Vec<(String, &'a RawValue)>);

    impl<'de: 'a, 'a> Deserialize<'de> for Keys<'a> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Pairs;
            impl<'de> Visitor<'de> for Pairs {
                type Value = Vec<(String, &'de RawValue)>;
                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("an object")
                }
                fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                    std::iter::from_fn(|| map.next_entry().transpose()).collect()
                }
            }
            deserializer.deserialize_map(Pairs).map(Self)
        }
    }

    if let Ok(Keys(pairs)) = serde_json::from_str(json) {
        let mut keys: Vec<&str> = pairs.iter().map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        return keys.windows(2).any(|two| two[0] == two[1])
            || pairs.iter().any(|(_, raw)| has_doubled_keys(raw.get()));
    }
    let items: Vec<&RawValue> = serde_json::from_str(json).unwrap_or_default();
    items.into_iter().any(|raw| has_doubled_keys(raw.get()))
}
