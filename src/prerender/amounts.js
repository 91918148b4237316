// @ts-check
// Amounts of money as donors write them and as links have them, in whole cents. The twin of src/model/amount.rs, which the
// browser tests hold it to. For giving.js, which comes after it in one script.

/** @param {string} text @param {string} language @returns {number | "empty" | "unreadable" | "large"} In cents, exact below 2^53. */
const parseAmount = (text, language) => {
  const typed = text.replace(/^[ \t\u00a0\u202f]+|[ \t\u00a0\u202f]+$/g, "");
  if (!typed) return "empty";
  const number = typed.replace(/^\$[ \t\u00a0\u202f]*|[ \t\u00a0\u202f]*\$$/, "");
  for (const [group, decimal] of language.startsWith("es") ? [",.", ".,"] : [",."]) {
    const way = `^(\\d+|[1-9]\\d{0,2}(?:\\${group}\\d{3})+)(?:\\${decimal}(\\d{1,2}))?$`;
    const [found, whole, cents = ""] = new RegExp(way).exec(number) ?? [];
    if (!found) continue;
    const units = whole.replaceAll(group, "").replace(/^0+/, "");
    return units.length > 7 ? "large" : Number(units + cents.padEnd(2, "0"));
  }
  return "unreadable";
};

/** @param {number} minor Its digits before the mark and after it. */
const digitsOf = (minor) => {
  const text = String(minor).padStart(3, "0");
  return { units: text.slice(0, -2), cents: text.slice(-2) };
};

/** @param {number} minor @param {string} group @param {string} decimal The number as people write it, with these marks. */
const groupAmount = (minor, group, decimal) => {
  const { units, cents } = digitsOf(minor);
  const grouped = units.replace(/\B(?=(?:\d{3})+$)/g, group);
  return cents === "00" ? grouped : grouped + decimal + cents;
};

/** @param {number} minor The number as links write it. */
const amountToDecimal = (minor) => {
  const { units, cents } = digitsOf(minor);
  return cents === "00" ? units : `${units}.${cents}`;
};
