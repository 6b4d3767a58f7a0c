# Starts Binnacle from its sources on Windows; the counterpart of ..\..\binnacle, with the same
# commands and the same folder .binnacle-build. Works with Windows PowerShell 5.1 and newer.

$ErrorActionPreference = 'Stop'
$neededJava = 25
$root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
$out = Join-Path $root '.binnacle-build'
$utf8 = New-Object System.Text.UTF8Encoding $false

function Say($text) { [Console]::Error.WriteLine($text) }

# Returns the major version of the JDK in a folder; 0 if there is none.
function Get-JdkVersion($folder) {
    if (-not $folder) { return 0 }
    $release = Join-Path $folder 'release'
    if (-not (Test-Path (Join-Path $folder 'bin\javac.exe')) -or -not (Test-Path $release)) { return 0 }
    foreach ($line in Get-Content $release) {
        if ($line -match '^JAVA_VERSION="(\d+)') { return [int]$Matches[1] }
    }
    return 0
}

function Get-UsualJdks {
    $places = @(
        "$env:ProgramFiles\Java\*", "$env:ProgramFiles\Eclipse Adoptium\*",
        "$env:ProgramFiles\Microsoft\jdk*", "$env:ProgramFiles\Zulu\*",
        "$env:ProgramFiles\Amazon Corretto\*", "$env:ProgramFiles\BellSoft\*",
        "$env:ProgramFiles\OpenJDK\*", "$env:LOCALAPPDATA\Programs\Eclipse Adoptium\*",
        "$env:USERPROFILE\.jdks\*", "$env:USERPROFILE\.sdkman\candidates\java\*",
        "$env:USERPROFILE\.jbang\cache\jdks\*", "$env:USERPROFILE\scoop\apps\*jdk*\current",
        "$env:LOCALAPPDATA\mise\installs\java\*", "$env:USERPROFILE\.gradle\jdks\*")
    foreach ($place in $places) {
        Get-Item $place -ErrorAction SilentlyContinue | ForEach-Object { $_.FullName }
    }
}

function Find-Jdk {
    $onPath = Get-Command java -ErrorAction SilentlyContinue
    $pathJdk = if ($onPath) { Split-Path (Split-Path $onPath.Source) } else { $null }
    foreach ($folder in @($env:BINNACLE_JAVA_HOME, $env:JAVA_HOME, $pathJdk)) {
        if ((Get-JdkVersion $folder) -ge $neededJava) { return $folder }
    }
    Get-UsualJdks |
        Where-Object { (Get-JdkVersion $_) -ge $neededJava } |
        Sort-Object { Get-JdkVersion $_ } -Descending |
        Select-Object -First 1
}

function Get-RequiredJdk {
    if ($env:BINNACLE_JAVA_HOME -and (Get-JdkVersion $env:BINNACLE_JAVA_HOME) -lt $neededJava) {
        Say "BINNACLE_JAVA_HOME is $env:BINNACLE_JAVA_HOME, and there is no JDK $neededJava or newer there. Correct or unset it."
        exit 4
    }
    $found = Find-Jdk
    if (-not $found) {
        Say "Binnacle needs a JDK $neededJava or newer, and none was found on this computer."
        Say 'Install one and start again:'
        Say '  winget install EclipseAdoptium.Temurin.25.JDK'
        Say 'If you have one in another folder, set BINNACLE_JAVA_HOME to that folder.'
        exit 4
    }
    return $found
}

function Get-RequiredMaven {
    $maven = Get-Command mvn.cmd -ErrorAction SilentlyContinue
    if ($maven) { return $maven.Source }
    Say 'Binnacle is built with Maven 3.8 or newer, and none was found on the path.'
    Say 'Install it (scoop install maven, or https://maven.apache.org/install.html) and start again.'
    exit 4
}

function Invoke-Maven($jdk, $arguments) {
    $maven = Get-RequiredMaven
    $env:JAVA_HOME = $jdk
    $env:MAVEN_OPTS = "$env:MAVEN_OPTS --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    Push-Location $root
    try { & $maven -B -ntp @arguments } finally { Pop-Location }
}

# Returns the newest build if it is of this folder and no source is newer; null otherwise.
function Get-CurrentBuild {
    $file = Join-Path $out 'current'
    if (-not (Test-Path $file)) { return $null }
    $lines = [IO.File]::ReadAllLines($file)
    if ($lines.Length -lt 3 -or $lines[0] -ne $root) { return $null }
    if (-not (Test-Path (Join-Path $lines[1] 'lib')) -or -not (Test-Path (Join-Path $lines[2] 'bin\java.exe'))) { return $null }
    if ($env:BINNACLE_JAVA_HOME -and $lines[2] -ne $env:BINNACLE_JAVA_HOME) { return $null }
    $time = (Get-Item $file).LastWriteTimeUtc
    $folders = @('packaging\launch') + @(Get-ChildItem $root -Directory |
        Where-Object { Test-Path (Join-Path $_.FullName 'src\main') } |
        ForEach-Object { Join-Path $_.Name 'src\main' })
    foreach ($folder in $folders) {
        $files = [IO.Directory]::EnumerateFiles((Join-Path $root $folder), '*', 'AllDirectories')
        foreach ($source in $files) {
            if ($source -match '\\(target|__pycache__)\\') { continue }
            if ([IO.File]::GetLastWriteTimeUtc($source) -gt $time) { return $null }
        }
    }
    foreach ($pom in @(Get-Item (Join-Path $root 'pom.xml')) + @(Get-Item (Join-Path $root '*\pom.xml'))) {
        if ($pom.LastWriteTimeUtc -gt $time) { return $null }
    }
    return @{ Folder = $lines[1]; Jdk = $lines[2] }
}

function Quote($text) { '"' + $text.Replace('\', '\\').Replace('"', '\"') + '"' }

function Write-Options($build) {
    $modules = @(
        "--module-path $(Quote (Join-Path $build 'lib\javafx'))",
        '--add-modules javafx.controls,javafx.swing',
        '--enable-native-access=javafx.graphics,ALL-UNNAMED',
        '--sun-misc-unsafe-memory-access=allow')
    $jars = (Get-ChildItem (Join-Path $build 'lib\*.jar') | ForEach-Object { $_.FullName }) -join ';'
    $app = $modules + @(
        "-cp $(Quote $jars)",
        "-Dbinnacle.root=$(Quote $root)",
        "-Dbinnacle.build=$(Quote (Split-Path $build -Leaf))",
        "-Dbinnacle.aot=$(Quote (Join-Path $build 'window.aot'))",
        'io.github.binnacle.app.Launcher')
    [IO.File]::WriteAllLines((Join-Path $build 'modules.args'), $modules, $utf8)
    [IO.File]::WriteAllLines((Join-Path $build 'app.args'), $app, $utf8)
    [IO.File]::WriteAllLines((Join-Path $build 'quick.args'),
        @('-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable'), $utf8)
}

function New-Build {
    $jdk = Get-RequiredJdk
    $null = New-Item -ItemType Directory -Force $out
    $lock = New-Object System.Threading.Mutex($false, 'binnacle-build-' + $root.Replace('\', '/').ToLowerInvariant())
    try { $null = $lock.WaitOne() } catch [System.Threading.AbandonedMutexException] { }
    try {
        $made = Get-CurrentBuild
        if ($made) { return $made }
        $began = [DateTime]::UtcNow
        Say "Building Binnacle with $(Split-Path $jdk -Leaf); the first time Maven fetches libraries, which takes some minutes."
        $log = Join-Path $out 'build.log'
        # What Maven writes to its standard error would end this script otherwise.
        $ErrorActionPreference = 'Continue'
        Invoke-Maven $jdk @('-pl', 'packaging', '-am', '-Dmaven.test.skip=true', 'package') 2>&1 | Out-File -Encoding utf8 $log
        $status = $LASTEXITCODE
        $ErrorActionPreference = 'Stop'
        if ($status -ne 0) {
            Select-String '^\[ERROR\]' $log | Select-Object -First 20 | ForEach-Object { Say $_.Line }
            Say "Binnacle was not built. Everything Maven said is in $log."
            exit 4
        }
        $build = Join-Path $out ((Get-Date -Format 'yyyyMMdd-HHmmss') + "-$PID")
        $null = New-Item -ItemType Directory -Force (Join-Path $build 'lib\javafx'), (Join-Path $build 'bench-lib')
        foreach ($jar in Get-ChildItem (Join-Path $root 'packaging\target\lib\*.jar')) {
            if ($jar.Name -match '^javafx-.+-.+-.+\.jar$') { Copy-Item $jar.FullName (Join-Path $build 'lib\javafx') }
            elseif ($jar.Name -notlike 'javafx-*') { Copy-Item $jar.FullName (Join-Path $build 'lib') }
        }
        Copy-Item (Join-Path $root 'packaging\target\bench-lib\*.jar') (Join-Path $build 'bench-lib')
        Write-Options $build
        $current = Join-Path $out 'current'
        [IO.File]::WriteAllLines($current, @($root, $build, $jdk), $utf8)
        (Get-Item $current).LastWriteTimeUtc = $began
        Start-AotCaches $jdk $build
        return @{ Folder = $build; Jdk = $jdk }
    } finally { $lock.ReleaseMutex() }
}

# Rehearses in the background and keeps the classes needed: of commands, of window and engine.
function Start-AotCaches($jdk, $build) {
    $script = Join-Path $build 'rehearse.cmd'
    $java = Join-Path $jdk 'bin\java.exe'
    $options = "-Dbinnacle.home=`"$build\rehearsal`" @`"$build\quick.args`" @`"$build\app.args`""
    $lines = @('@echo off')
    foreach ($part in @('commands', 'window')) {
        $screen = if ($part -eq 'window') { '-Dglass.platform=Headless -Dprism.order=sw' } else { '' }
        $lines += "`"$java`" -XX:AOTMode=record -XX:AOTConfiguration=`"$build\$part.conf`" $screen $options rehearse $part || exit /b 1"
        $lines += "`"$java`" -XX:AOTMode=create -XX:AOTConfiguration=`"$build\$part.conf`" -XX:AOTCache=`"$build\draft.aot`" $options || exit /b 1"
        $lines += "move /y `"$build\draft.aot`" `"$build\$part.aot`""
        $lines += "del `"$build\$part.conf`""
    }
    $lines += "rd /s /q `"$build\rehearsal`""
    [IO.File]::WriteAllLines($script, $lines, $utf8)
    $null = Start-Process -WindowStyle Hidden -FilePath $script
}

$command = if ($args.Count -gt 0) { $args[0] } else { '' }
$rest = @($args | Select-Object -Skip 1)
switch ($command) {
    'test' {
        $rooms = if ($rest.Count -gt 0) { @('-pl', $rest[0], '-am') } else { @() }
        Invoke-Maven (Get-RequiredJdk) (@('verify') + $rooms)
        exit $LASTEXITCODE
    }
    'format' {
        Invoke-Maven (Get-RequiredJdk) @('-q', 'spotless:apply')
        exit $LASTEXITCODE
    }
    default {
        $build = Get-CurrentBuild
        if (-not $build) { $build = New-Build }
        $java = Join-Path $build.Jdk 'bin\java.exe'
        $folder = $build.Folder
        if ($command -eq 'prove') {
            $jars = ((Get-ChildItem "$folder\lib\*.jar") + (Get-ChildItem "$folder\bench-lib\*.jar") |
                ForEach-Object { $_.FullName }) -join ';'
            & $java "@$folder\modules.args" -cp $jars "-Dbinnacle.root=$root" io.github.binnacle.bench.Prove @rest
        } else {
            $part = if ($command -in @('', 'open', 'engine')) { 'window' } else { 'commands' }
            $cache = if (Test-Path "$folder\$part.aot") { @("-XX:AOTCache=$folder\$part.aot") } else { @() }
            & $java @cache "@$folder\quick.args" "@$folder\app.args" @args
        }
        exit $LASTEXITCODE
    }
}
