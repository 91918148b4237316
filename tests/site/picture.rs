//! Pictures of the finished site, pixel by pixel.

use std::{fs, io::Cursor};

use png::{Decoder, Transformations};

use crate::dist;

/// A decoded picture, with red, green, blue and opacity for each pixel.
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub pixels: Vec<[u8; 4]>,
}

impl Picture {
    /// Decodes the picture of that address.
    pub fn read(address: &str) -> Self {
        let bytes = fs::read(dist().join(&address[1..])).unwrap_or_else(|error| panic!("{address}: {error}"));
        let mut decoder = Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut samples = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut samples).unwrap();
        let pixels =
            samples[..info.buffer_size()].chunks(info.color_type.samples()).map(|pixel| match *pixel {
                [gray, alpha] => [gray, gray, gray, alpha],
                [red, green, blue] => [red, green, blue, u8::MAX],
                [red, green, blue, alpha] => [red, green, blue, alpha],
                _ => panic!("{address} has no colors"),
            });
        Self { width: info.width, height: info.height, pixels: pixels.collect() }
    }

    /// How far each pixel that is not of the first one's color is from the center, as a part of the width.
    pub fn reach(&self) -> f32 {
        let side = f32::from(u16::try_from(self.width).unwrap());
        let half = side / 2.0;
        let far =
            self.pixels.iter().zip(0_u32..).filter(|(pixel, _)| **pixel != self.pixels[0]).map(|(_, at)| {
                let [x, y] = [at % self.width, at / self.width]
                    .map(|place| f32::from(u16::try_from(place).unwrap()) + 0.5 - half);
                x.hypot(y) / side
            });
        far.fold(0.0, f32::max)
    }
}
