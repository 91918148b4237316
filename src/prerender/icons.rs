//! The icons, drawn at build from one SVG.
//! Invariant: no icon shows anything that `public/icon.svg` does not have.

use std::io;

use png::{ColorType, Compression, Encoder, Filter};
use resvg::{
    render_node,
    tiny_skia::{Color, Pixmap, PremultipliedColorU8, Transform},
    usvg::{Node, Options, Paint, Tree},
};

use super::{Failure, Files};
use crate::routes;

/// The drawing of all icons. Its ids are the names of what can be shown: `ground` is what lies behind, `mark` the sign of
/// the app, every other a shortcut's sign, which is hidden in the drawing itself.
pub const DRAWING: &str = include_str!("../../public/icon.svg");

/// How an icon meets what surrounds it (<https://www.w3.org/TR/image-resource/>, and "purpose" in
/// <https://www.w3.org/TR/appmanifest/#purpose-member>).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It is shown as it is: a tile with round corners.
    Any,
    /// It is cut to the shape that the system likes; the sign is in the middle four fifths, the ground everywhere.
    Maskable,
    /// It is filled by the system: only how much of a pixel the sign covers is told.
    Monochrome,
}

/// An icon that is made.
#[derive(Clone, Copy, Debug)]
pub struct Icon {
    /// Its name, without the folder and the ending.
    pub name: &'static str,
    /// Its width and height in pixels.
    pub side: u32,
    /// How it meets what surrounds it.
    pub purpose: Purpose,
    /// The id of its sign.
    sign: &'static str,
}

impl Icon {
    /// What the app is known by. Chromium asks for at least 144 pixels, launchers for 192, a start screen for 512.
    pub const APP: [Self; 4] = [
        Self::new("any-192", 192, Purpose::Any, "mark"),
        Self::new("any-512", 512, Purpose::Any, "mark"),
        Self::new("maskable-512", 512, Purpose::Maskable, "mark"),
        Self::new("monochrome-512", 512, Purpose::Monochrome, "mark"),
    ];

    /// What iOS and Safari look for in a page's head before they look into a manifest; they round the corners themselves.
    pub const APPLE: Self = Self::new("apple-touch-180", 180, Purpose::Maskable, "mark");

    /// The sign of the shortcut to the news.
    pub const LATEST: Self = Self::new("latest-96", 96, Purpose::Any, "latest");

    /// The sign of the shortcut to the hotlines.
    pub const HELP: Self = Self::new("help-96", 96, Purpose::Any, "help");

    /// The sign of the shortcut to giving.
    pub const COUNT_ME_IN: Self = Self::new("count-me-in-96", 96, Purpose::Any, "mark");

    const fn new(name: &'static str, side: u32, purpose: Purpose, sign: &'static str) -> Self {
        Self { name, side, purpose, sign }
    }

    /// Every icon.
    fn all() -> impl Iterator<Item = Self> {
        Self::APP.into_iter().chain([Self::APPLE, Self::LATEST, Self::HELP, Self::COUNT_ME_IN])
    }

    /// The address of its file.
    #[must_use]
    pub fn address(&self) -> String {
        routes::icon(self.name)
    }
}

/// Every icon as a PNG file.
///
/// # Errors
///
/// When the drawing is no SVG, or lacks an id that an icon shows.
pub fn files(drawing: &str) -> Result<Files, Failure> {
    let failure = |found: &str| Failure::Style(format!("public/icon.svg: {found}."));
    // The signs of shortcuts are hidden from those who show the drawing as it is.
    let drawing = drawing.replace(" display=\"none\"", "");
    let tree = Tree::from_str(&drawing, &Options::default()).map_err(|error| failure(&error.to_string()))?;
    Icon::all()
        .map(|icon| {
            let pixels = draw(&tree, &icon)
                .ok_or_else(|| failure(&format!("the ids \"ground\" and \"{}\" are needed", icon.sign)))?;
            Ok((icon.address().trim_start_matches('/').to_owned(), encode(&pixels, icon.purpose)?))
        })
        .collect()
}

/// Draws an icon; nothing when the drawing lacks what it shows.
fn draw(tree: &Tree, icon: &Icon) -> Option<Pixmap> {
    let mut pixels = Pixmap::new(icon.side, icon.side)?;
    let (ground, sign) = (tree.node_by_id("ground")?, tree.node_by_id(icon.sign)?);
    match icon.purpose {
        Purpose::Any => paint(tree, ground, &mut pixels)?,
        Purpose::Maskable => pixels.fill(color(ground)?),
        Purpose::Monochrome => {}
    }
    paint(tree, sign, &mut pixels)?;
    Some(pixels)
}

/// Paints a part of the drawing where it stands in it.
fn paint(tree: &Tree, part: &Node, pixels: &mut Pixmap) -> Option<()> {
    let side = f32::from(u16::try_from(pixels.width()).ok()?);
    let scale = side / tree.size().width();
    // resvg moves a part to the corner, so it is moved back.
    let place = part.abs_layer_bounding_box()?;
    let transform = Transform::from_scale(scale, scale).pre_translate(place.x(), place.y());
    render_node(part, transform, &mut pixels.as_mut())
}

/// The one color of a part.
fn color(part: &Node) -> Option<Color> {
    match part {
        Node::Path(path) => match path.fill()?.paint() {
            Paint::Color(color) => Some(Color::from_rgba8(color.red, color.green, color.blue, u8::MAX)),
            _ => None,
        },
        _ => None,
    }
}

/// Writes a PNG with no more channels than are looked at.
fn encode(pixels: &Pixmap, purpose: Purpose) -> Result<Vec<u8>, Failure> {
    let colors = pixels.pixels().iter().map(PremultipliedColorU8::demultiply);
    let (kind, samples): (_, Vec<u8>) = match purpose {
        Purpose::Any => (
            ColorType::Rgba,
            colors.flat_map(|one| [one.red(), one.green(), one.blue(), one.alpha()]).collect(),
        ),
        Purpose::Maskable => {
            (ColorType::Rgb, colors.flat_map(|one| [one.red(), one.green(), one.blue()]).collect())
        }
        Purpose::Monochrome => (ColorType::GrayscaleAlpha, colors.flat_map(|one| [0, one.alpha()]).collect()),
    };
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(kind);
    encoder.set_compression(Compression::High);
    // Flat areas repeat themselves; filters, made for photographs, hide that.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header().map_err(io::Error::from)?;
    writer.write_image_data(&samples).map_err(io::Error::from)?;
    writer.finish().map_err(io::Error::from)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(drawing: &str) -> String {
        files(drawing).err().map(|failure| failure.to_string()).unwrap_or_default()
    }

    #[test]
    fn the_drawing_makes_every_icon() {
        let names: Vec<String> = files(DRAWING).unwrap().into_keys().collect();
        assert_eq!(names.len(), Icon::all().count());
        assert!(names.contains(&"icons/any-192.png".to_owned()), "{names:?}");
    }

    #[test]
    fn what_the_drawing_lacks_is_named() {
        assert!(complaint("<svg").starts_with("public/icon.svg: "));
        let words = complaint(&DRAWING.replace("id=\"latest\"", ""));
        assert!(words.starts_with("public/icon.svg: ") && words.contains("\"latest\""), "{words}");
        assert!(complaint(&DRAWING.replace("id=\"ground\"", "")).contains("\"ground\""));
    }

    #[test]
    fn its_colors_are_those_of_the_style() {
        let tokens = include_str!("../../style/tokens.css");
        let colors: Vec<&str> = DRAWING.split('"').filter(|value| value.starts_with('#')).collect();
        assert_ne!(colors.len(), 0);
        for color in colors {
            assert!(tokens.contains(&format!(": {color};")), "{color} is not in style/tokens.css");
        }
    }
}
