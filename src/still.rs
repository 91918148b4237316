//! A view that is made once and replaced as a whole.
//! Invariant: one type for all views, so that a view costs the WASM only its making and its hydration.
//!
//! Leptos keeps four ways through every view type: build, rebuild by comparing, hydrate, and hydrate
//! asynchronously for lazy routes. Pages here are replaced, never compared, and no route is lazy; with
//! `AnyView` in this place the app is a quarter larger.

use std::future::ready;

use leptos::{
    prelude::RenderHtml,
    tachys::{
        html::attribute::any_attribute::AnyAttribute,
        hydration::Cursor,
        no_attrs,
        renderer::types::{Element, Node},
        view::{Mountable, Position, PositionState, Render},
    },
};

/// A view of any type, made once.
pub struct Still(Box<dyn Make>);

/// What is on screen of a [`Still`].
pub struct OnScreen(Box<dyn Mountable>);

/// Turns a view into a [`Still`].
pub trait IntoStill {
    /// Forgets the type of the view.
    fn into_still(self) -> Still;
}

impl<V: RenderHtml + 'static> IntoStill for V {
    fn into_still(self) -> Still {
        Still(Box::new(self))
    }
}

/// What can be done with a view, once.
trait Make: Send {
    fn build(self: Box<Self>) -> Box<dyn Mountable>;

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Mountable>;

    #[cfg(not(target_arch = "wasm32"))]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool);
}

impl<V: RenderHtml + 'static> Make for V {
    fn build(self: Box<Self>) -> Box<dyn Mountable> {
        Box::new(Render::build(*self))
    }

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Mountable> {
        Box::new(RenderHtml::hydrate::<true>(*self, cursor, position))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool) {
        self.to_html_with_buf(html, position, escape, false, Vec::new());
    }
}

impl Render for Still {
    type State = OnScreen;

    fn build(self) -> OnScreen {
        OnScreen(self.0.build())
    }

    fn rebuild(self, state: &mut OnScreen) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

no_attrs!(Still);

impl RenderHtml for Still {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    fn resolve(self) -> impl Future<Output = Self> + Send {
        ready(self)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        escape: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
        self.0.write(html, position, escape);
    }

    #[cfg(target_arch = "wasm32")]
    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> OnScreen {
        OnScreen(self.0.hydrate(cursor, position))
    }

    fn hydrate_async(self, cursor: &Cursor, position: &PositionState) -> impl Future<Output = OnScreen> {
        ready(self.hydrate::<true>(cursor, position))
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Mountable for OnScreen {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}
