// As browsers do whose visitor asks to save data, for engines that have no such wish.
Object.defineProperty(navigator, "connection", { value: { saveData: true } });
