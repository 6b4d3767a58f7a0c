package io.github.binnacle.model.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of a task.
 *
 * @param number from 1
 * @param state how it stands
 * @param folder absolute path of its own folder
 * @param log absolute path of what it printed (stdout and stderr together)
 * @param process identity of its process, {@code pid/start time/boot id}; empty before it starts
 * @param peakBytes peak resident size of its process tree in bytes; 0 if unknown
 */
public record Attempt(
        int number,
        TaskState state,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String folder,
        String log,
        String process,
        long peakBytes) {}
