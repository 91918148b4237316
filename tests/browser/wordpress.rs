//! A partner's WordPress, as Debian packages it: the real one, with its own database, on this machine only.
//! Invariant: what it is allowed beyond its own rules is to ask this machine's ports, and nothing else.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use tokio::{sync::OnceCell, time::sleep};

use crate::{
    engine::process::{self, Process},
    ensure, ports,
    visit::{Outcome, Stop},
};

/// Where Debian puts it.
const PACKAGED: &str = "/usr/share/wordpress";

const ADVICE: &str = "apt install wordpress php-cli php-mysql mariadb-server-core";

/// The partner's host: not the site's, and not the one of the other partner's pages.
const HOST: &str = "127.0.0.3";

/// A `WordPress` that answers. It is started once, and ended with all other processes.
pub struct WordPress {
    folder: PathBuf,
    php: PathBuf,
    port: u16,
    _processes: [Process; 2],
}

/// The one `WordPress` of a run, for all engines; or why there is none.
pub async fn running() -> Outcome<&'static WordPress> {
    static RUNNING: OnceCell<Result<WordPress, String>> = OnceCell::const_new();
    let missing = |reason: String| match env::var("CI").as_deref() {
        Ok("true") => Stop::Failed(reason),
        _ => Stop::Impossible(reason),
    };
    if !Path::new(PACKAGED).join("wp-load.php").is_file() {
        return Err(missing(format!("WordPress is not installed: {ADVICE}")));
    }
    let found = [&["php"][..], &["mariadbd", "../sbin/mariadbd"], &["mariadb-install-db"]]
        .map(|names| process::find(names, ADVICE).map_err(|reason| missing(reason.to_string())));
    let [php, database, installer] = found;
    let (php, database, installer) = (php?, database?, installer?);
    let start = || async {
        WordPress::start(php, &database, &installer).await.map_err(|stop| match stop {
            Stop::Failed(reason) | Stop::Impossible(reason) => reason,
        })
    };
    RUNNING.get_or_init(start).await.as_ref().map_err(|reason| Stop::Failed(reason.clone()))
}

impl WordPress {
    async fn start(php: PathBuf, database: &Path, installer: &Path) -> Outcome<Self> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wordpress");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let pages = folder.join("pages");
        run(Command::new("cp").arg("-r").arg(PACKAGED).arg(&pages))?;
        let data = folder.join("data");
        let user = String::from_utf8(Command::new("id").arg("-un").output()?.stdout)?;
        let user = format!("--user={}", user.trim());
        let data_folder = format!("--datadir={}", data.display());
        run(Command::new(installer)
            .args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"])
            .args([&user, &data_folder]))?;
        // A socket's path may have 107 bytes at most (unix(7)), which a deep folder exceeds.
        let socket = env::temp_dir().join(format!("count-me-in-{}.sock", std::process::id()));
        let mut command = Command::new(database);
        command.args(["--no-defaults", "--skip-networking", &user, &data_folder]);
        command.arg(format!("--socket={}", socket.display()));
        command.arg(format!("--pid-file={}", folder.join("pid").display()));
        let database = Process::start(&mut command, "wordpress-database")?;
        let port = ports::free().await?;
        let settings =
            include_str!("wordpress/wp-config.php").replace("SOCKET", &socket.display().to_string());
        fs::write(
            pages.join("wp-config.php"),
            settings.replace("ADDRESS", &format!("http://{HOST}:{port}")),
        )?;
        for (path, text) in [
            ("mu-plugins/this-machine.php", include_str!("wordpress/this-machine.php")),
            ("themes/plain/style.css", include_str!("wordpress/theme/style.css")),
            ("themes/plain/index.php", include_str!("wordpress/theme/index.php")),
        ] {
            let path = pages.join("wp-content").join(path);
            fs::create_dir_all(path.parent().unwrap_or(&pages))?;
            fs::write(path, text)?;
        }
        let deadline = Instant::now() + Duration::from_secs(60);
        while !socket.exists() {
            ensure!(
                Instant::now() < deadline,
                "the database does not start; see {}",
                database.log().display()
            );
            sleep(Duration::from_millis(50)).await;
        }
        fs::write(folder.join("install.php"), include_str!("wordpress/install.php"))?;
        fs::write(folder.join("post.php"), include_str!("wordpress/post.php"))?;
        run(Command::new(&php).args(["-d", "sendmail_path=/bin/true"]).arg(folder.join("install.php")))?;
        let mut command = Command::new(&php);
        command.args(["-S", &format!("{HOST}:{port}"), "-t"]).arg(&pages).env("PHP_CLI_SERVER_WORKERS", "4");
        let server = Process::start(&mut command, "wordpress-server")?;
        Ok(Self { folder, php, port, _processes: [server, database] })
    }

    /// Publishes a post that holds nothing but this, and returns its address.
    pub fn publish(&self, content: &str) -> Outcome<String> {
        let id = run(Command::new(&self.php).arg(self.folder.join("post.php")).arg(content))?;
        Ok(format!("http://{HOST}:{}/?p={id}", self.port))
    }
}

/// Runs a program to its end; what it says.
fn run(command: &mut Command) -> Outcome<String> {
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    ensure!(output.status.success(), "{command:?}: {said}\n{}", String::from_utf8_lossy(&output.stderr));
    Ok(said)
}
