package io.github.binnacle.localengine.run;

import java.nio.file.Path;

/**
 * Where runs keep their files.
 *
 * @param runs one folder for each run, by its id
 * @param volumes one folder for each persistent volume claim, by its name
 */
public record RunFolders(Path runs, Path volumes) {}
