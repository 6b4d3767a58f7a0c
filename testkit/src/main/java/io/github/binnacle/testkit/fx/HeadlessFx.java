package io.github.binnacle.testkit.fx;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs the methods of a test class on the JavaFX thread, without a screen.
 *
 * <p>Use with {@code @ExtendWith(HeadlessFx.class)}. The toolkit is started once per JVM, on
 * JavaFX's Headless platform with software rendering, and left running. Not there: system
 * drag-and-drop, scroll by robot, modality; such tests belong in the real-window lane.
 */
public final class HeadlessFx implements BeforeAllCallback, InvocationInterceptor {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static boolean isStarted;

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    /** Starts the toolkit if it does not run yet; tests that stay on their own thread call this. */
    public static synchronized void start() {
        if (isStarted) {
            return;
        }
        isStarted = true;
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.text", "t2k");
        System.setProperty("java.awt.headless", "true");
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(true));
        await(started);
        Platform.setImplicitExit(false);
    }

    /** Runs work on the JavaFX thread, waits for it and returns what it returns or throws. */
    public static <T> T call(Callable<T> work) {
        start();
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task =
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable thrown) {
                        result.completeExceptionally(thrown);
                    }
                };
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        return await(result);
    }

    /** Waits, on another thread than JavaFX's, until everything that it was given has run. */
    public static void settle() {
        call(() -> true);
    }

    private static <T> T await(CompletableFuture<T> result) {
        try {
            return result.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw HeadlessFx.<RuntimeException>asThrown(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("The JavaFX thread did not answer within " + LIMIT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Throws what the body threw, checked or not, so that assertions stay assertions. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E asThrown(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context) {
        onFxThread(invocation);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context) {
        onFxThread(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context) {
        onFxThread(invocation);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context) {
        onFxThread(invocation);
    }

    private static void onFxThread(Invocation<@Nullable Void> invocation) {
        call(() -> {
            try {
                invocation.proceed();
                return true;
            } catch (Throwable thrown) {
                throw HeadlessFx.<Exception>asThrown(thrown);
            }
        });
    }
}
