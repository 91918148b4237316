// @ts-check
// The color that a partner wishes for, and whether the white text that stands on it can be read.
// For frame.js and embed_page.js, which come after it in one script.

/** What stands on a partner's color, `--paper-bright` in style/tokens.css. */
const ON_ACCENT = "#fffefa";
/** The least contrast of text with what it stands on (WCAG 2.2, 1.4.3, https://www.w3.org/TR/WCAG22/#contrast-minimum). */
const LEAST_CONTRAST = 4.5;

/** @param {string} text @returns {string | undefined} The color as `#rrggbb`, or nothing if it is none. */
const parseColor = (text) => /^#?([0-9a-f]{6})$/i.exec(text)?.[1]?.toLowerCase().replace(/^/, "#");

/** @param {string} color Relative luminance, as https://www.w3.org/TR/WCAG22/#dfn-relative-luminance has it. */
const luminance = (color) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** @param {string} color The contrast of the text on it, from 1 to 21; rounded down, so that nothing too low looks enough. */
const contrastOn = (color) => {
  const [light = 0, dark = 0] = [luminance(color), luminance(ON_ACCENT)].sort((one, other) => other - one);
  return Math.floor((light + 0.05) / (dark + 0.05) * 10) / 10;
};
