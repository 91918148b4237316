//! What pages are composed of.
//! Invariant: a component is a pure function of its props; it loads nothing.

pub mod count_me_in;
pub mod failure;
pub mod figures;
pub mod giving_choice;
pub mod head;
pub mod help_bar;
pub mod hotline;
pub mod masthead;
pub mod neighbours;
pub mod notice;
pub mod origin_line;
pub mod other_ways;
pub mod page_title;
pub mod page_turner;
pub mod pending;
pub mod people;
pub mod provenance;
pub mod related;
pub mod section_title;
pub mod site_footer;
pub mod site_frame;
pub mod site_nav;
pub mod story_body;
pub mod story_card;
pub mod story_grid;
pub mod story_head;
pub mod story_text;
pub mod updates;
pub mod ways_on;
