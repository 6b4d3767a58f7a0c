package io.github.binnacle.testkit.rules.sample.model.run;

/** Breaks: a domain type with state that is no record; printing; starting a thread. */
public class Score {
    private int value;

    public int next() {
        Thread.ofVirtual().start(() -> System.out.println(value));
        return ++value;
    }
}
