package io.github.binnacle.app.cli;

import io.github.binnacle.localstore.file.Doctor.Finding;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = {"Looks whether everything that Binnacle needs is there and sound.", ""})
final class DoctorCommand implements Callable<Integer> {
    private final Console console;
    private final CliServices services;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean asJson;

    DoctorCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() {
        List<Finding> findings = services.examine();
        if (asJson) {
            console.print(
                    Value.of(
                            Map.of(
                                    "findings",
                                    Value.of(
                                            findings.stream().map(DoctorCommand::json).toList()))));
        } else {
            findings.forEach(this::print);
        }
        return findings.stream().allMatch(Finding::isGood) ? ExitCode.OK : ExitCode.FAILED;
    }

    private void print(Finding finding) {
        String word =
                finding.isGood()
                        ? Style.GREEN.on(console, "ok    ")
                        : Style.RED.on(console, "wrong ");
        console.print(word + String.format("%-18s", finding.subject()) + " " + finding.detail());
    }

    private static Value json(Finding finding) {
        return Value.Struct.EMPTY
                .with("subject", Value.of(finding.subject()))
                .with("good", Value.of(finding.isGood()))
                .with("detail", Value.of(finding.detail()));
    }
}
