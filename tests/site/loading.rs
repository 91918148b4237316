//! What the finished pages load, and how it is named.

use std::fs;

use crate::{attributes, dist, pages};

#[test]
fn no_page_loads_anything_from_another_host() {
    for (address, page) in &pages() {
        for name in ["src", "srcset", "poster", "data", "action"] {
            assert_eq!(attributes(page, &format!("[{name}]"), name), Vec::<String>::new(), "{address}");
        }
        let policy = attributes(page, "meta[http-equiv='Content-Security-Policy']", "content").join("");
        assert!(
            policy.contains("default-src 'self'")
                && policy.contains("object-src 'none'")
                && !policy.contains("unsafe-inline"),
            "{address}: {policy}"
        );
        assert!(!policy.contains("http") && !policy.contains("ws:"), "{address}: {policy}");
    }
}

#[test]
fn a_wasm_file_is_named_by_its_final_bytes() {
    use sha2::{Digest, Sha256};
    let names: Vec<String> = fs::read_dir(dist())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("app-") && !name.ends_with(".br"))
        .collect();
    let [js, wasm] = [".js", ".wasm"].map(|ending| names.iter().find(|name| name.ends_with(ending)).unwrap());
    assert_eq!(names.len(), 2, "{names:?}");
    let mut hash = Sha256::new();
    hash.update(fs::read(dist().join(js)).unwrap());
    hash.update(fs::read(dist().join(wasm)).unwrap());
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(js.contains(&hash[..16]) && wasm.contains(&hash[..16]), "{names:?} {hash}");
}
