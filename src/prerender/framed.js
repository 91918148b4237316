// A page of the app does not run in a frame of another site, where somebody could put something over its links. Hosts say
// so by a header (src/serve/headers.rs); where they cannot, the frame gets the page that is meant for frames.
try {
  void top?.location.host;
} catch {
  document.documentElement.style.display = "none";
  const [, kind = "", name] = location.pathname.split("/");
  const frames = new Map([["help", "hotline"], ["donate", kind], ["news", `news/${name}`], ["topics", `topics/${name}`]]);
  location.replace(`/embed/${frames.get(kind) ?? "feed"}/`);
}
