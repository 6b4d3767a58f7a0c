package io.github.binnacle.editors.run;

import io.github.binnacle.model.run.LogSource;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.ui.log.LogText;
import java.io.IOException;

/** What one attempt of a task printed, as the log view reads it. */
record TaskLog(LogSource source, RunId run, TaskPath task, int attempt) implements LogText {
    @Override
    public long size() throws IOException {
        return source.size(run, task, attempt);
    }

    @Override
    public Stretch read(long fromByte, int mostBytes) throws IOException {
        LogSource.Stretch stretch = source.read(run, task, attempt, fromByte, mostBytes);
        return new Stretch(stretch.text(), stretch.nextByte());
    }
}
