# Finds a JDK that Binnacle can be built and run with. Sourced by ../../binnacle.

needed_java=25

# Prints the major version of the JDK in a folder; fails if there is none.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS='=' read -r key value; do
        if [ "$key" = JAVA_VERSION ]; then
            value=${value#\"}
            echo "${value%%[!0-9]*}"
            return 0
        fi
    done < "$1/release"
    return 1
}

is_suitable() {
    [ "$(jdk_version "$1" || echo 0)" -ge "$needed_java" ]
}

# Prints the folder of the JDK whose java is on the path.
jdk_on_path() {
    java=$(command -v java) || return 1
    while [ -h "$java" ]; do
        target=$(readlink "$java")
        case $target in
            /*) java=$target ;;
            *) java=${java%/*}/$target ;;
        esac
    done
    (CDPATH='' cd -- "${java%/*}/.." 2> /dev/null && pwd -P)
}

# Prints folders where systems and tools put JDKs, one a line. BINNACLE_SYSTEM_ROOT is for tests.
usual_jdks() {
    system=${BINNACLE_SYSTEM_ROOT-}
    for folder in \
        "$system"/usr/lib/jvm/* \
        "$system"/usr/lib64/jvm/* \
        "$system"/usr/java/* \
        "$system"/opt/* \
        "$system"/opt/java/* \
        "$system"/opt/jdk/* \
        "$system"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$system"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$system"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME-}"/.sdkman/candidates/java/* \
        "${HOME-}"/.asdf/installs/java/* \
        "${HOME-}"/.local/share/mise/installs/java/* \
        "${HOME-}"/.jbang/cache/jdks/* \
        "${HOME-}"/.jdks/* \
        "${HOME-}"/.jdks/*/Contents/Home \
        "${HOME-}"/.gradle/jdks/* \
        "${HOME-}"/.gradle/jdks/*/Contents/Home; do
        [ -d "$folder" ] && echo "$folder"
    done
    if [ -x "$system/usr/libexec/java_home" ]; then
        "$system/usr/libexec/java_home" -v "$needed_java+" 2> /dev/null
    fi
}

# Prints the newest suitable JDK of the usual folders.
newest_usual_jdk() {
    usual_jdks | {
        best= best_version=0
        while IFS= read -r folder; do
            version=$(jdk_version "$folder") || continue
            if [ "$version" -ge "$needed_java" ] && [ "$version" -gt "$best_version" ]; then
                best=$folder best_version=$version
            fi
        done
        [ -n "$best" ] && echo "$best"
    }
}

# Prints the JDK to use; fails if there is none.
find_jdk() {
    for folder in "${BINNACLE_JAVA_HOME-}" "${JAVA_HOME-}" "$(jdk_on_path)"; do
        if [ -n "$folder" ] && is_suitable "$folder"; then
            echo "$folder"
            return 0
        fi
    done
    newest_usual_jdk
}

# Sets jdk, or ends with what to do.
require_jdk() {
    if [ -n "${BINNACLE_JAVA_HOME-}" ] && ! is_suitable "$BINNACLE_JAVA_HOME"; then
        echo "BINNACLE_JAVA_HOME is $BINNACLE_JAVA_HOME, and there is no JDK $needed_java or newer there. Correct or unset it." >&2
        exit 4
    fi
    jdk=$(find_jdk) || jdk=
    if [ -z "$jdk" ]; then
        explain_missing_jdk >&2
        exit 4
    fi
}

explain_missing_jdk() {
    echo "Binnacle needs a JDK $needed_java or newer, and none was found on this computer."
    echo "Looked at BINNACLE_JAVA_HOME, JAVA_HOME, java on the path ($(path_java)) and the usual folders."
    echo "Install one and start again:"
    case $(uname -s) in
        Darwin)
            echo "  brew install --cask temurin@25"
            ;;
        *)
            echo "  Debian, Ubuntu: sudo apt install openjdk-25-jdk"
            echo "                  (older releases: temurin-25-jdk from https://adoptium.net/installation/linux)"
            echo "  Fedora:         sudo dnf install java-25-openjdk-devel"
            ;;
    esac
    echo "  Anywhere:       curl -s https://get.sdkman.io | bash, then: sdk install java 25-tem"
    echo "If you have one in another folder, set BINNACLE_JAVA_HOME to that folder."
}

path_java() {
    folder=$(jdk_on_path) && version=$(jdk_version "$folder") && echo "version $version" || echo "none"
}
