package io.github.binnacle.localengine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Makes folders appear at the absolute paths where tasks look for volumes, by symbolic links.
 *
 * <p>A folder that is at such a path already is used as it is. Tasks that want different folders at
 * the same path take turns. Links are removed with their last user.
 */
final class HostMounts {
    private final Map<Path, Held> held = new HashMap<>();

    private static final class Held {
        final Path target;
        int users = 1;

        Held(Path target) {
            this.target = target;
        }
    }

    /** Says whether a path is there, or can be made with the user's rights. */
    static boolean isPossible(String mountPath) {
        Path path = Path.of(mountPath).normalize();
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        Path above = path.getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        return above != null && Files.isDirectory(above) && Files.isWritable(above);
    }

    /**
     * Shows a folder at a path; waits while another is shown there.
     *
     * @return ends it
     * @throws IOException if the link cannot be made
     */
    Runnable show(Path target, Path mountPath) throws IOException, InterruptedException {
        Path place = mountPath.normalize();
        synchronized (this) {
            while (held.containsKey(place) && !heldAt(place).target.equals(target)) {
                wait();
            }
            if (held.containsKey(place)) {
                heldAt(place).users++;
            } else if (isForeign(place)) {
                return () -> {};
            } else {
                link(target, place);
                held.put(place, new Held(target));
            }
        }
        return () -> release(place);
    }

    private Held heldAt(Path place) {
        return Objects.requireNonNull(held.get(place));
    }

    private static boolean isForeign(Path place) {
        return Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(place);
    }

    /** Replaces a link: a dead engine may have left one. */
    private static void link(Path target, Path place) throws IOException {
        if (place.getParent() != null) {
            Files.createDirectories(place.getParent());
        }
        if (Files.isSymbolicLink(place)) {
            Files.delete(place);
        }
        Files.createSymbolicLink(place, target);
    }

    private synchronized void release(Path place) {
        Held user = heldAt(place);
        user.users--;
        if (user.users > 0) {
            return;
        }
        held.remove(place);
        notifyAll();
        try {
            if (Files.isSymbolicLink(place)) {
                Files.delete(place);
            }
        } catch (IOException e) {
            // The next user of the path replaces the link.
        }
    }
}
