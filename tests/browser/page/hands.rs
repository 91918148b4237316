//! A reader's keyboard and mouse.

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};

use super::{Outcome, Page};

impl Page {
    /// Scrolls as a reader does: WebKit's driver does not for what is not text, and Firefox's is content with half of it.
    pub async fn bring_into_view(&self, selector: &str) -> Outcome {
        let scroll = "scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.run(&format!("document.querySelector(`{selector}`).{scroll}")).await
    }

    /// Presses and lets go of a key, wherever the focus is.
    pub async fn press(&self, key: impl Into<char>) -> Outcome {
        self.press_together(&[key.into()]).await
    }

    /// Presses keys one after the other and then lets go of them all.
    pub async fn press_together(&self, keys: &[char]) -> Outcome {
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let keys = down.chain(up).fold(KeyActions::new("keyboard".into()), KeyActions::then);
        Ok(self.client.perform_actions(keys).await?)
    }

    /// Leads the mouse over these places of the window.
    pub async fn point_at(&self, places: &[(f64, f64)]) -> Outcome {
        let moves = places.iter().map(|&(x, y)| PointerAction::MoveTo { duration: None, x, y });
        let moves = moves.fold(MouseActions::new("mouse".into()), MouseActions::then);
        Ok(self.client.perform_actions(moves).await?)
    }

    /// Clicks at this place of the window, whatever is there.
    pub async fn click_at(&self, x: f64, y: f64) -> Outcome {
        let click = MouseActions::new("mouse".into())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(click).await?)
    }
}
