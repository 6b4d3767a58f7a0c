# Builds Binnacle and runs its tests with Maven. Sourced by ../../binnacle.
#
# A build is a folder of its own under .binnacle-build, so what runs keeps its files:
#   current         names the newest build, its JDK and the folder they belong to
#   NAME/lib        what runs, JavaFX in NAME/lib/javafx
#   NAME/*.args     options for java
#   NAME/*.aot      classes ready to run (JEP 483), made in the background after a build

needed_maven=3.8

say() {
    echo "$@" >&2
}

# Sets build and jdk, building first if the sources changed.
ensure_built() {
    is_current && return 0
    require_jdk
    mkdir -p "$out"
    lock
    if ! is_current; then
        make_build || { unlock; exit 4; }
    fi
    unlock
}

is_current() {
    [ -r "$out/current" ] || return 1
    {
        IFS= read -r built_root && IFS= read -r build && IFS= read -r jdk
    } < "$out/current"
    [ "$built_root" = "$root" ] && [ -d "$build/lib" ] && [ -x "$jdk/bin/java" ] || return 1
    [ -z "${BINNACLE_JAVA_HOME-}" ] || [ "$jdk" = "$BINNACLE_JAVA_HOME" ] || return 1
    [ -z "$(newer_sources "$out/current")" ]
}

# Prints a source that is newer than a file. A removed source makes its folder newer.
newer_sources() {
    find "$root/pom.xml" "$root/.mvn" "$root/packaging/launch" "$root"/*/pom.xml "$root"/*/src/main \
        \( -name target -o -name __pycache__ \) -prune -o -newer "$1" -print 2> /dev/null |
        head -n 1
}

make_build() {
    stamp=$out/began.$$
    : > "$stamp"
    say "Building Binnacle with $(basename "$jdk")$(first_time)."
    if ! build_with_maven; then
        rm -f "$stamp"
        return 1
    fi
    build=$out/$(date +%Y%m%d-%H%M%S)-$$
    collect "$build"
    printf '%s\n' "$root" "$build" "$jdk" > "$out/current.$$"
    touch -r "$stamp" "$out/current.$$"
    mv "$out/current.$$" "$out/current"
    rm -f "$stamp"
    remove_old_builds
    (make_aot_caches "$build") > /dev/null 2>&1 < /dev/null &
}

first_time() {
    [ -f "$out/current" ] || echo "; the first time Maven fetches libraries, which takes some minutes"
}

build_with_maven() {
    require_maven
    log=$out/build.log
    if maven -pl packaging -am -Dmaven.test.skip=true package > "$log" 2>&1; then
        return 0
    fi
    sed -n '/^\[ERROR\]/ { /-> \[Help 1\]$/ q; p; }' "$log" | head -n 20 >&2
    say "Binnacle was not built. Everything Maven said is in $log."
    return 1
}

# Copies what Maven made into a build's folder: ours anew, others' as links where that is possible.
collect() {
    mkdir -p "$1/lib/javafx" "$1/bench-lib"
    for jar in "$root"/packaging/target/lib/*.jar; do
        case ${jar##*/} in
            javafx-*-*-*.jar) link "$jar" "$1/lib/javafx" ;;
            javafx-*) ;;
            *-SNAPSHOT.jar) cp -p "$jar" "$1/lib" ;;
            *) link "$jar" "$1/lib" ;;
        esac
    done
    cp -p "$root"/packaging/target/bench-lib/*.jar "$1/bench-lib" 2> /dev/null
    write_options "$1"
}

link() {
    ln "$1" "$2" 2> /dev/null || cp -p "$1" "$2"
}

# In an options file a backslash escapes, so quotes and backslashes in paths are escaped.
quoted() {
    printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"
}

write_options() {
    {
        echo "--module-path $(quoted "$1/lib/javafx")"
        echo "--add-modules javafx.controls,javafx.swing"
        echo "--enable-native-access=javafx.graphics,ALL-UNNAMED"
        echo "--sun-misc-unsafe-memory-access=allow"
    } > "$1/modules.args"
    {
        cat "$1/modules.args"
        echo "-cp $(quoted "$(class_path "$1/lib")")"
        echo "-Dbinnacle.root=$(quoted "$root")"
        echo "-Dbinnacle.build=$(quoted "${1##*/}")"
        echo "-Dbinnacle.aot=$(quoted "$1/window.aot")"
        echo "io.github.binnacle.app.Launcher"
    } > "$1/app.args"
    {
        echo "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable"
    } > "$1/quick.args"
}

class_path() {
    joined=
    for jar in "$1"/*.jar; do
        joined=$joined${joined:+:}$jar
    done
    printf '%s' "$joined"
}

# Rehearses once and keeps the classes that were needed: of commands, and of window and engine.
make_aot_caches() {
    make_aot_cache "$1" commands
    make_aot_cache "$1" window -Dglass.platform=Headless -Dprism.order=sw
    rm -rf "$1/rehearsal"
}

# In two steps, because the one-step way hands options on through a variable split at spaces.
make_aot_cache() {
    folder=$1 part=$2
    shift 2
    "$jdk/bin/java" -XX:AOTMode=record -XX:AOTConfiguration="$folder/$part.conf" "$@" \
        -Dbinnacle.home="$folder/rehearsal" @"$folder/quick.args" @"$folder/app.args" \
        rehearse "$part" &&
        "$jdk/bin/java" -XX:AOTMode=create -XX:AOTConfiguration="$folder/$part.conf" \
            -XX:AOTCache="$folder/draft.aot" @"$folder/quick.args" @"$folder/app.args" &&
        mv "$folder/draft.aot" "$folder/$part.aot"
    rm -f "$folder/$part.conf" "$folder/draft.aot"
}

# Keeps the last two builds, and older ones that an engine host or a window still runs from.
remove_old_builds() {
    running=$(ps -A -o args 2> /dev/null) && [ -n "$running" ] || return 0
    ls -1d "$out"/2*-*-* | sort -r | tail -n +3 | while IFS= read -r old; do
        case $running in
            *"$old"*) ;;
            *) rm -rf "$old" ;;
        esac
    done
}

# Waits until no other build runs; a lock whose owner is gone is broken.
lock() {
    waited=
    while ! mkdir "$out/lock" 2> /dev/null; do
        owner=$(cat "$out/lock/owner" 2> /dev/null) || owner=
        if [ -n "$owner" ] && ! kill -0 "$owner" 2> /dev/null; then
            break_lock "$owner"
        elif [ -z "$waited" ]; then
            waited=yes
            say "Another build of Binnacle is running; waiting for it."
        fi
        sleep 0.2 2> /dev/null || sleep 1
    done
    echo $$ > "$out/lock/owner"
    trap unlock EXIT
    trap 'unlock; exit 130' INT TERM
}

# Of several that wait, one breaks the lock, and only if it still is the dead owner's.
break_lock() {
    mkdir "$out/breaking" 2> /dev/null || return 0
    if [ "$(cat "$out/lock/owner" 2> /dev/null)" = "$1" ]; then
        rm -rf "$out/lock"
    fi
    rmdir "$out/breaking"
}

unlock() {
    trap - EXIT INT TERM
    rm -rf "$out/lock"
}

# Sets mvn, or ends with what to do.
require_maven() {
    for candidate in "$(command -v mvn)" "${MAVEN_HOME-}/bin/mvn" "${M2_HOME-}/bin/mvn" \
        "${HOME-}/.sdkman/candidates/maven/current/bin/mvn"; do
        if [ -x "$candidate" ] && is_new_maven "$candidate"; then
            mvn=$candidate
            return 0
        fi
    done
    say "Binnacle is built with Maven $needed_maven or newer, and none was found on this computer."
    say "Install it and start again:"
    case $(uname -s) in
        Darwin) say "  brew install maven" ;;
        *)
            say "  Debian, Ubuntu: sudo apt install maven"
            say "  Fedora:         sudo dnf install maven"
            ;;
    esac
    say "  Anywhere:       https://maven.apache.org/install.html"
    exit 4
}

is_new_maven() {
    version=$(JAVA_HOME=$jdk "$1" -v 2> /dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
    major=${version%%.*}
    minor=${version#*.}
    minor=${minor%%.*}
    [ "${major:-0}" -gt 3 ] || { [ "${major:-0}" -eq 3 ] && [ "${minor:-0}" -ge 8 ]; }
}

# Maven itself still uses what newer JDKs warn about.
maven() {
    (
        CDPATH='' cd -- "$root" &&
            JAVA_HOME=$jdk \
            MAVEN_OPTS="${MAVEN_OPTS-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
                "$mvn" -B -ntp "$@"
    )
}

run_maven() {
    require_maven
    mkdir -p "$out"
    lock
    maven -q "$@"
    status=$?
    unlock
    exit $status
}

# Runs the tests and shows what fails and how many ran; everything is in a log.
run_tests() {
    require_maven
    mkdir -p "$out"
    lock
    log=$out/test.log
    if [ $# -gt 0 ]; then
        rooms=$1
        shift
        set -- -pl "$rooms" -am "$@"
    fi
    say "Testing Binnacle with $(basename "$jdk"); everything Maven says goes to $log."
    { maven verify "$@"; echo $? > "$out/test.status"; } 2>&1 | tee "$log" | show_tests
    status=$(cat "$out/test.status")
    unlock
    exit "$status"
}

show_tests() {
    awk '
        /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]/ { sub(/^\[INFO\] Building /, ""); sub(/ [0-9][^ ]* +/, " "); print; fflush() }
        /Tests run:.* in / { sub(/^\[[A-Z]+\] /, "  "); print; fflush(); next }
        /Tests run:/ || /^\[ERROR\]/ || /BUILD / { print; fflush() }
    '
}
