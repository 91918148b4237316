//! Waiting: how long, and the pauses between two looks at what is waited for.

use std::time::Duration;

use tokio::time::sleep;

/// How long anything may take that is not made slow on purpose.
pub const PATIENCE: Duration = Duration::from_secs(30);

const FIRST: Duration = Duration::from_millis(10);
const LONGEST: Duration = Duration::from_millis(200);

/// Each is a little longer than the one before: what comes soon is seen soon, and what takes its time is not kept from its
/// work by being asked again and again.
pub struct Pauses(Duration);

impl Pauses {
    /// Begins with the shortest.
    pub const fn begin() -> Self {
        Self(FIRST)
    }

    /// Waits for the next look.
    pub async fn pause(&mut self) {
        sleep(self.0).await;
        self.0 = self.0.mul_f32(1.25).min(LONGEST);
    }
}
