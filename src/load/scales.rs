//! The scales that a plan has: ordered classes, best first.

use std::sync::Arc;

use super::faults::Faults;
use super::reader::Pairs;
use super::values::check_id;
use crate::model::{Scale, class_key};
use crate::problem::Problem;

pub(super) fn read(pairs: Pairs<'_>, faults: &Faults) -> Vec<Option<Arc<Scale>>> {
    let mut found = Vec::new();
    for (id, value) in pairs {
        let is_id = check_id(id, faults);
        let classes = value.texts::<String>();
        found.push(classes.filter(|_| is_id).and_then(|classes| {
            for (at, class) in classes.iter().enumerate() {
                let key = class_key(&class.value);
                let first = classes[..at].iter().find(|earlier| class_key(&earlier.value) == key);
                if key.is_empty() || first.is_some() {
                    let place = first.map_or(class.place, |first| first.place);
                    faults.report_pair(class.place, place, Problem::BadScale { class: Some(class.value.clone()) });
                    return None;
                }
            }
            if classes.len() < 2 {
                faults.report(value.place, Problem::BadScale { class: None });
                return None;
            }
            let classes = classes.into_iter().map(|class| class.value).collect();
            Some(Arc::new(Scale { id: id.value.to_owned(), classes }))
        }));
    }
    found
}
