package io.github.binnacle.localengine.supervisor;

import java.util.List;

/**
 * What this computer has for tasks.
 *
 * @param processors usable by this process
 * @param memoryBytes of the computer, or of the container this process is in
 * @param accelerators names as their driver gives them, one per device
 * @param memoryLimits how limits on memory are enforced
 */
public record MachineFacts(
        int processors, long memoryBytes, List<String> accelerators, MemoryLimits memoryLimits) {
    public MachineFacts {
        accelerators = List.copyOf(accelerators);
    }

    /** How a task is held to its memory limit. */
    public enum MemoryLimits {
        /** The kernel refuses memory beyond the limit. */
        CONTROL_GROUP,
        /** The tree is measured several times a second, and killed when it is over the limit. */
        WATCHED,
        /** The system ends a tree that asks for more (a Windows job object). */
        JOB_OBJECT
    }
}
