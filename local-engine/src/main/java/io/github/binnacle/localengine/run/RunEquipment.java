package io.github.binnacle.localengine.run;

/** Everything that runs need of the engine. */
public record RunEquipment(RunStores stores, RunMeans means, RunFolders folders, RunClock clock) {}
