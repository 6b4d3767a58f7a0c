package io.github.binnacle.localstore.ledger;

import static io.github.binnacle.testkit.fake.SampleRuns.artifact;
import static io.github.binnacle.testkit.fake.SampleRuns.completion;
import static io.github.binnacle.testkit.fake.SampleRuns.dataset;
import static io.github.binnacle.testkit.fake.SampleRuns.id;
import static io.github.binnacle.testkit.fake.SampleRuns.newRun;
import static io.github.binnacle.testkit.fake.SampleRuns.root;
import static io.github.binnacle.testkit.fake.SampleRuns.task;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that writes one run into a ledger, task after task, and prints the number of each task
 * once it is acknowledged. It is there to be killed; without that it ends with its input.
 */
final class LedgerWriter {
    private LedgerWriter() {}

    /**
     * @param arguments file of the ledger, number of the run
     */
    public static void main(String[] arguments) throws IOException {
        var run = id(Integer.parseInt(arguments[1]));
        try (var ledger = SqliteRunLedger.open(Path.of(arguments[0]));
                InputStream life = System.in) {
            ledger.createRun(newRun(run));
            ledger.startTask(run, root(1_000_000));
            for (int n = 0; life.available() == 0; n++) {
                var name = "task-" + n;
                ledger.startTask(run, task(name));
                var outputs = artifact("data", dataset(run + "/" + n));
                ledger.complete(run, List.of(completion(name, outputs, run + "/" + n)));
                System.out.println(n);
            }
        }
    }
}
