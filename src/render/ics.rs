//! Days as a calendar file (RFC 5545). No clock: the same days give the same bytes.

use icalendar::{Alarm, Calendar, Component, Event as Entry, EventLike, EventStatus, Property};

use super::markup::allowed;
use crate::document::{Agenda, Event, Text, cut};

/// Nine in the morning, two days before; midnight would wake people.
const BEFORE: &str = "-P1DT15H";

/// No calendar shows more letters of a text, and the library takes quadratic time to fold them.
const LONGEST: usize = 8_000;

/// Renders days as a calendar file.
pub fn ics(agenda: &Agenda) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//shangdang//shangdang//ZH"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", "PUBLISH"))
        .append_property(Property::new("X-WR-CALNAME", said(&agenda.name)));
    let stamp = format!("{}T000000Z", agenda.born.format("%Y%m%d"));
    for event in &agenda.events {
        calendar.push(entry(event, &stamp));
    }
    calendar.to_string()
}

fn entry(event: &Event, stamp: &str) -> Entry {
    let mut entry = Entry::new();
    let lines: Vec<String> = event.lines.iter().map(said).collect();
    entry
        .uid(&event.uid)
        .add_property("DTSTAMP", stamp)
        .add_property("SEQUENCE", event.sequence.to_string())
        .starts(event.day)
        .summary(&said(&event.summary))
        .description(&lines.join("\n"))
        .categories(event.categories.iter().map(said))
        // A deadline does not make anyone busy that day.
        .add_property("TRANSP", "TRANSPARENT");
    if event.is_cancelled {
        entry.status(EventStatus::Cancelled);
    }
    if event.reminds {
        let mut alarm = Alarm::display(&said(&event.summary), chrono::Duration::zero());
        alarm
            .add_property("TRIGGER", BEFORE)
            // Given, because otherwise the library would use chance and the clock.
            .uid(&format!("alarm-{}", event.uid))
            .add_property("DTSTAMP", stamp);
        entry.alarm(alarm);
    }
    entry.done()
}

fn said(text: &Text) -> String {
    cut(&allowed(text.shown()), LONGEST)
}
