package io.github.binnacle.localengine.capacity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Grants shares of a computer: all that is asked for or nothing, in the order of asking.
 *
 * <p>A big request is not overtaken by smaller ones behind it, so it waits no longer than those
 * before it run. Safe for use from any thread.
 */
public final class Capacity {
    private final Demand total;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private Demand free;

    public Capacity(Demand total) {
        this.total = total;
        this.free = total;
    }

    /** A granted share; closing it twice is harmless. */
    public interface Lease extends AutoCloseable {
        @Override
        void close();
    }

    /** A request that waits for its turn. */
    public interface Waiting {
        /** Gives the request up; what was granted already stays granted. */
        void cancel();
    }

    private record Request(Demand demand, Consumer<Lease> granted) {}

    public Demand total() {
        return total;
    }

    /** Says whether an amount could be granted if nothing else ran. */
    public boolean canEverFit(Demand demand) {
        return demand.fitsIn(total);
    }

    /** Grants at once, or not at all when it does not fit now or others wait. */
    public synchronized Optional<Lease> tryLease(Demand demand) {
        return waiting.isEmpty() && demand.fitsIn(free)
                ? Optional.of(grant(demand))
                : Optional.empty();
    }

    /**
     * Asks for an amount; {@code granted} is called once it is there, on the thread that makes it
     * free or on this one, and hands on and returns.
     *
     * @throws IllegalArgumentException if it can never fit
     */
    public Waiting request(Demand demand, Consumer<Lease> granted) {
        if (!canEverFit(demand)) {
            throw new IllegalArgumentException(demand + " of " + total);
        }
        Request request = new Request(demand, granted);
        synchronized (this) {
            waiting.add(request);
        }
        grantNext();
        return () -> withdraw(request);
    }

    private void withdraw(Request request) {
        synchronized (this) {
            waiting.remove(request);
        }
        grantNext();
    }

    private Lease grant(Demand demand) {
        free = free.minus(demand);
        return new Share(demand);
    }

    private void grantNext() {
        List<Runnable> grants = new ArrayList<>();
        synchronized (this) {
            while (!waiting.isEmpty() && waiting.peek().demand().fitsIn(free)) {
                Request next = waiting.remove();
                Lease lease = grant(next.demand());
                grants.add(() -> next.granted().accept(lease));
            }
        }
        grants.forEach(Runnable::run);
    }

    private final class Share implements Lease {
        private final Demand demand;
        private boolean isHeld = true;

        Share(Demand demand) {
            this.demand = demand;
        }

        @Override
        public void close() {
            synchronized (Capacity.this) {
                if (!isHeld) {
                    return;
                }
                isHeld = false;
                free = free.plus(demand);
            }
            grantNext();
        }
    }
}
