# Which tools the project uses, in which versions, and where they stand. Sourced by the other scripts.

TRUNK_VERSION=0.22.1
GECKODRIVER_VERSION=0.37.1
# The command must be of the version that the app is compiled with, to the digit.
WASM_BINDGEN_VERSION=$(grep -A1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"$/\1/p')

# Shared by all checkouts of this machine, a folder for each version.
TOOLS=${XDG_CACHE_HOME:-$HOME/.cache}/count-me-in/tools

tool_folder() { echo "$TOOLS/$1-$2"; }

PATH="$PWD/node_modules/.bin:$(tool_folder trunk "$TRUNK_VERSION")/bin:$PATH"
PATH="$(tool_folder wasm-bindgen-cli "$WASM_BINDGEN_VERSION")/bin:$PATH"
PATH="$(tool_folder geckodriver "$GECKODRIVER_VERSION")/bin:$PATH"
export PATH
