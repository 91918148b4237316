// One of each complaint that the tests have to hear.
console.warn("a deliberate warning");
console.error("a deliberate error");
setTimeout(() => { throw new Error("a deliberate throw"); });
Promise.reject(new Error("a deliberate rejection"));
