// As browsers do that are set to block all cookies: the stores are there, and asking for one throws.
for (const store of ["localStorage", "sessionStorage", "caches"]) {
  Object.defineProperty(window, store, {
    get() { throw new DOMException(`${store} is refused`, "SecurityError"); },
  });
}
const refuse = async () => { throw new DOMException("the worker is refused", "SecurityError"); };
Object.assign(navigator.serviceWorker, { register: refuse, getRegistration: refuse, getRegistrations: refuse });
