//! The program as it is shipped, measured from outside: Xvfb writes its screen into a file, and the
//! moment at which the article's letters stand there ends the start.

use super::texts;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long an idle window is watched.
pub(crate) const IDLE: Duration = Duration::from_secs(10);
/// How often the program is started.
const STARTS: usize = 15;
/// What counts as no start.
const MOST: Duration = Duration::from_secs(20);
/// A tick of the clock in which Linux counts processor time.
const TICK: Duration = Duration::from_millis(10);

pub(crate) struct Measured {
    pub(crate) starts: Vec<Duration>,
    pub(crate) megabytes: u64,
    pub(crate) idle: Duration,
}

pub(crate) fn measure() -> Result<Measured, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let article = folder.path().join("article.txt");
    std::fs::write(&article, texts::article(7_000)).map_err(|error| error.to_string())?;
    let screen = Screen::new(folder.path())?;
    // The first start reads the program from the disk.
    start(&screen, &article)?.0.end();
    let mut starts = Vec::new();
    for _ in 1..STARTS {
        let (program, time) = start(&screen, &article)?;
        program.end();
        starts.push(time);
    }
    let (program, time) = start(&screen, &article)?;
    starts.push(time);
    // The machine's fonts are looked through after the first frame.
    sleep(Duration::from_secs(3));
    let megabytes = program.own_kilobytes() / 1024;
    let before = program.used();
    sleep(IDLE);
    let idle = program.used() - before;
    program.end();
    Ok(Measured { starts, megabytes, idle })
}

/// What starts with a long article take.
pub(crate) struct Started {
    pub(crate) starts: Vec<Duration>,
    pub(crate) megabytes: u64,
    /// The memory of a window with a short article.
    pub(crate) empty: u64,
}

/// Starts the program so many times with a file of this name.
pub(crate) fn measure_start(name: &str, bytes: &[u8], n_starts: usize) -> Result<Started, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let (short, long) = (folder.path().join("short.txt"), folder.path().join(name));
    std::fs::write(&short, texts::article(7_000)).map_err(|error| error.to_string())?;
    std::fs::write(&long, bytes).map_err(|error| error.to_string())?;
    let screen = Screen::new(folder.path())?;
    let settled = |article: &Path| -> Result<(u64, Duration), String> {
        let (program, time) = start(&screen, article)?;
        sleep(Duration::from_secs(3));
        let megabytes = program.own_kilobytes() / 1024;
        program.end();
        Ok((megabytes, time))
    };
    let (empty, _) = settled(&short)?;
    let mut starts = Vec::new();
    for _ in 1..n_starts {
        let (program, time) = start(&screen, &long)?;
        program.end();
        starts.push(time);
    }
    let (megabytes, time) = settled(&long)?;
    starts.push(time);
    Ok(Started { starts, megabytes, empty })
}

fn start(screen: &Screen, article: &Path) -> Result<(Program, Duration), String> {
    // What the program before left on the screen has to go first.
    let waited = Instant::now();
    while screen.shows_letters()? && waited.elapsed() < MOST {
        sleep(Duration::from_millis(1));
    }
    let began = Instant::now();
    let child = Command::new(env!("CARGO_BIN_EXE_postil"))
        .arg(article)
        .env("DISPLAY", &screen.display)
        .env("POSTIL_HOME", article.with_file_name("home"))
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    let program = Program(child);
    while !screen.shows_letters()? {
        if MOST < began.elapsed() {
            return Err("no letters came to be seen".to_owned());
        }
        sleep(Duration::from_millis(1));
    }
    Ok((program, began.elapsed()))
}

struct Program(Child);

impl Program {
    fn end(self) {}

    /// Processor time so far.
    fn used(&self) -> Duration {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.0.id())).unwrap_or_default();
        let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
        let ticks = fields.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u32>().ok());
        TICK * ticks.sum::<u32>()
    }

    /// Memory that is its own and not a file's.
    fn own_kilobytes(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
        line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Whoever is gone already needs no end.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

struct Screen {
    server: Child,
    display: String,
    /// What is on the screen, in the format of `xwd`.
    picture: std::path::PathBuf,
}

impl Screen {
    fn new(folder: &Path) -> Result<Self, String> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-fbdir"])
            .arg(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|_| "Xvfb is not installed".to_owned())?;
        let told = server.stdout.take().ok_or("no pipe")?;
        let mut number = String::new();
        let screen = |number: &str| Self {
            server,
            display: format!(":{}", number.trim()),
            picture: folder.join("Xvfb_screen0"),
        };
        BufReader::new(told).read_line(&mut number).map_err(|error| error.to_string())?;
        Ok(screen(&number))
    }

    /// Whether dark letters stand on light paper in the middle of the screen.
    fn shows_letters(&self) -> Result<bool, String> {
        let band = self.band().map_err(|error| format!("the screen's file: {error}"))?;
        let (mut n_light, mut n_dark) = (0_usize, 0_usize);
        for pixel in band.chunks_exact(4) {
            let light = u32::from(pixel[0]) + u32::from(pixel[1]) + u32::from(pixel[2]);
            n_light += usize::from(600 < light);
            n_dark += usize::from(light < 240);
        }
        Ok(n_light * 4 > band.len() / 2 && 500 < n_dark)
    }

    /// The pixels of some rows across the page.
    fn band(&self) -> std::io::Result<Vec<u8>> {
        const ROWS: std::ops::Range<u32> = 100..300;
        let mut file = File::open(&self.picture)?;
        let mut head = [0; 100];
        file.read_exact(&mut head)?;
        let field = |nth: usize| {
            u32::from_be_bytes([head[4 * nth], head[4 * nth + 1], head[4 * nth + 2], head[4 * nth + 3]])
        };
        // The header's own size, bytes in a row, and colours of 12 bytes each before the pixels.
        let (size, row, n_colours) = (field(0), field(12), field(19));
        file.seek(SeekFrom::Start(u64::from(size + 12 * n_colours + ROWS.start * row)))?;
        let mut band = Vec::new();
        file.take(u64::from((ROWS.end - ROWS.start) * row)).read_to_end(&mut band)?;
        Ok(band)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        drop(self.server.kill());
        drop(self.server.wait());
    }
}
