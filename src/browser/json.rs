//! JSON as the browser reads it; natively the same with serde's.
//! Invariant: a value that is not what was asked for is `None`, never a panic.

#[cfg(target_arch = "wasm32")]
mod platform {
    use js_sys::{Array, JSON, Reflect};
    use wasm_bindgen::JsValue;

    /// A JSON value. The browser's own parser costs no byte of WASM.
    pub struct Json(JsValue);

    impl Json {
        /// Reads a text.
        #[must_use]
        pub fn parse(text: &str) -> Option<Self> {
            JSON::parse(text).ok().map(Self)
        }

        /// A field of an object; nothing when there is none.
        #[must_use]
        pub fn field(&self, name: &str) -> Self {
            Self(Reflect::get(&self.0, &name.into()).unwrap_or(JsValue::UNDEFINED))
        }

        /// Whether there is nothing.
        #[must_use]
        pub fn is_nothing(&self) -> bool {
            self.0.is_null() || self.0.is_undefined()
        }

        /// A text.
        #[must_use]
        pub fn text(&self) -> Option<String> {
            self.0.as_string()
        }

        /// A whole number of 32 bits.
        #[must_use]
        pub fn number(&self) -> Option<u32> {
            let number = self.0.as_f64()?;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "compared below")]
            let whole = number as u32;
            (f64::from(whole).to_bits() == number.to_bits()).then_some(whole)
        }

        /// True or false.
        #[must_use]
        pub fn flag(&self) -> Option<bool> {
            self.0.as_bool()
        }

        /// The entries of a list.
        #[must_use]
        pub fn entries(&self) -> Option<Vec<Self>> {
            Array::is_array(&self.0).then(|| Array::from(&self.0).iter().map(Self).collect())
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    use serde_json::Value;

    /// A JSON value.
    pub struct Json(Value);

    impl Json {
        /// Reads a text.
        #[must_use]
        pub fn parse(text: &str) -> Option<Self> {
            serde_json::from_str(text).ok().map(Self)
        }

        /// A field of an object; nothing when there is none.
        #[must_use]
        pub fn field(&self, name: &str) -> Self {
            Self(self.0.get(name).cloned().unwrap_or_default())
        }

        /// Whether there is nothing.
        #[must_use]
        pub fn is_nothing(&self) -> bool {
            self.0.is_null()
        }

        /// A text.
        #[must_use]
        pub fn text(&self) -> Option<String> {
            self.0.as_str().map(str::to_owned)
        }

        /// A whole number of 32 bits.
        #[must_use]
        pub fn number(&self) -> Option<u32> {
            self.0.as_u64()?.try_into().ok()
        }

        /// True or false.
        #[must_use]
        pub fn flag(&self) -> Option<bool> {
            self.0.as_bool()
        }

        /// The entries of a list.
        #[must_use]
        pub fn entries(&self) -> Option<Vec<Self>> {
            Some(self.0.as_array()?.iter().cloned().map(Self).collect())
        }
    }
}

pub use platform::Json;
