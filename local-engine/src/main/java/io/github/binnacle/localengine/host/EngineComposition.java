package io.github.binnacle.localengine.host;

import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunLedger;
import java.io.IOException;

/**
 * Makes what a host owns, once it is elected. The calls come in this order, each once: {@link
 * #openLedger}, {@link #start}, {@link RunningEngine#close}, {@link #close}.
 */
public interface EngineComposition extends AutoCloseable {
    /** Opens the ledger for writing. */
    RunLedger openLedger() throws IOException;

    /**
     * Starts the engine.
     *
     * @param ledger the one to write to, in place of that from {@link #openLedger}
     */
    RunningEngine start(RunLedger ledger) throws IOException;

    /** Closes the ledger. */
    @Override
    void close();

    /** An engine in this process. */
    interface RunningEngine extends AutoCloseable {
        RunEngine engine();

        /**
         * Ends all task processes. The ledger takes nothing any more, so what ran stays recorded as
         * interrupted.
         */
        @Override
        void close();
    }
}
