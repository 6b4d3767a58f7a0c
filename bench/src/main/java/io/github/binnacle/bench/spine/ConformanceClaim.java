package io.github.binnacle.bench.spine;

import io.github.binnacle.bench.Bench;
import io.github.binnacle.bench.Claim;
import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs every pipeline of the corpus and holds its end against what a real KFP did with it. */
final class ConformanceClaim implements Claim {
    private static final Path DIFFERENCES =
            Path.of("local-engine", "src", "test", "resources", "oracle", "differences.json");

    private static final int FEWEST = 6;

    @Override
    public String promise() {
        return "corpus pipelines run to the state that a cluster reaches, or are refused with a"
                + " reason (docs/conformance.md)";
    }

    @Override
    public Figure measure(Bench bench) throws Exception {
        if (bench.shared().isEmpty()) {
            return new Figure("the corpus is not here", false);
        }
        List<Row> rows = rows(bench, bench.shared().get());
        if (bench.share() >= 1) {
            Files.writeString(bench.project().resolve("docs/conformance.md"), page(rows));
        }
        List<String> unexplained = rows.stream().filter(Row::isOtherwise).map(Row::file).toList();
        return new Figure(
                count(rows, "SUCCEEDED")
                        + " succeed, "
                        + count(rows, "FAILED")
                        + " fail, "
                        + count(rows, "refused")
                        + " are refused; otherwise than the cluster without a known reason: "
                        + unexplained,
                unexplained.isEmpty());
    }

    /**
     * @param here state of the run, or {@code refused}
     * @param detail why it failed or was refused; empty if it did not
     * @param cluster state that the cluster reached; {@code not run} if it was not tried
     * @param reason why we mean to differ; empty if we do not
     */
    private record Row(String file, String here, String detail, String cluster, String reason) {
        boolean isOtherwise() {
            return !cluster.equals("not run") && !here.equals(cluster) && reason.isEmpty();
        }

        String line() {
            String remark = reason.isEmpty() ? detail : reason;
            return "| %s | %s | %s | %s |%n".formatted(file, here, cluster, oneLine(remark));
        }

        private static String oneLine(String text) {
            return text.replaceAll("\\s+", " ").replace("|", "\\|").strip();
        }
    }

    private static List<Row> rows(Bench bench, Path shared) throws Exception {
        Map<String, Value> differences = struct(bench.project().resolve(DIFFERENCES)).fields();
        List<Row> rows = new ArrayList<>();
        try (EngineRig rig = new EngineRig(bench)) {
            rig.addSecrets();
            for (Path file : some(files(shared.resolve("kfp-pipelines")), bench)) {
                String name = file.getFileName().toString().replace(".yaml", "");
                Value.Struct oracle = struct(shared.resolve("oracle").resolve(name + ".json"));
                EngineRig.Verdict verdict =
                        rig.verdict(Files.readString(file), fields(oracle, "parameters"));
                rows.add(
                        new Row(
                                name,
                                verdict.state(),
                                verdict.detail(),
                                clusterState(oracle),
                                reason(differences.getOrDefault(name, Value.NULL))));
            }
        }
        return rows;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /** Takes the share that is to be measured, spread over all. */
    private static List<Path> some(List<Path> files, Bench bench) {
        int wanted = Math.min(files.size(), Claim.share(bench, files.size(), FEWEST));
        return IntStream.range(0, wanted)
                .mapToObj(i -> files.get((int) ((long) i * files.size() / wanted)))
                .toList();
    }

    private static Value.Struct struct(Path file) throws IOException {
        return Files.exists(file)
                        && JsonReader.parse(Files.readString(file)) instanceof Value.Struct struct
                ? struct
                : Value.Struct.EMPTY;
    }

    private static Map<String, Value> fields(Value.Struct struct, String name) {
        return struct.fields().get(name) instanceof Value.Struct fields
                ? fields.fields()
                : Map.of();
    }

    private static String clusterState(Value.Struct oracle) {
        String state =
                oracle.fields().get("run_state") instanceof Value.Text(String text) ? text : "";
        return state.isEmpty() || state.startsWith("SKIPPED") ? "not run" : state;
    }

    private static String reason(Value difference) {
        return difference instanceof Value.Struct struct
                        && struct.fields().get("reason") instanceof Value.Text(String reason)
                ? reason
                : "";
    }

    private static long count(List<Row> rows, String state) {
        return rows.stream().filter(row -> row.here().equals(state)).count();
    }

    private static String page(List<Row> rows) {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Conformance

                        Pipelines of the KFP project's own test data, run on this computer and held
                        against what a cluster of KFP 2.17 did with them. Made by
                        `./binnacle prove spine`; do not edit. The remark says why a run failed or was
                        refused, or why we mean to differ from the cluster.

                        | pipeline | here | cluster | remark |
                        |---|---|---|---|
                        """);
        rows.forEach(row -> page.append(row.line()));
        return page.toString();
    }
}
