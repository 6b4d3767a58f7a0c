package io.github.binnacle.localengine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipPreludeTest {
    private static final String HEAD =
            """

            if ! [ -x "$(command -v pip)" ]; then
                python3 -m ensurepip || python3 -m ensurepip --user || apt-get install python3-pip
            fi

            PIP_DISABLE_PIP_VERSION_CHECK=1 python3 -m pip install --quiet --no-warn-script-location \
            """;
    private static final String KFP =
            "'kfp==2.17.0' '--no-deps' 'typing-extensions>=3.7.4,<5; python_version<\"3.9\"'";
    private static final String TAIL = " && \"$0\" \"$@\"\n";
    private static final String RUN =
            "program_path=$(mktemp -d)\n_KFP_RUNTIME=true python3 -m kfp.dsl.executor_main \"$@\"\n";

    @Test
    void readsWhatKfpInstallsForItself() {
        var prelude = read(HEAD + KFP + TAIL);

        assertThat(prelude.requirements())
                .containsExactly(
                        "kfp==2.17.0 --no-deps",
                        "typing-extensions>=3.7.4,<5; python_version<\"3.9\" --no-deps");
        assertThat(prelude.indexUrls()).isEmpty();
    }

    @Test
    void keepsTheOrderOfUserPackagesAndKfp() {
        var second = "  &&  python3 -m pip install --quiet --no-warn-script-location ";

        var prelude = read(HEAD + "'pandas==2.2.0' \"it's\"" + second + KFP + TAIL);

        assertThat(prelude.requirements())
                .startsWith("pandas==2.2.0", "it's", "kfp==2.17.0 --no-deps");
    }

    @Test
    void readsIndexUrlsAndSkipsTrustedHosts() {
        var options =
                "--index-url https://one.example/simple --extra-index-url=https://two.example"
                        + " --trusted-host https://one.example/simple ";

        var prelude = read(HEAD + options + "'minio'" + TAIL);

        assertThat(prelude)
                .isEqualTo(
                        new PipPrelude(
                                List.of("minio"),
                                List.of("https://one.example/simple", "https://two.example")));
    }

    @Test
    void readsTheVariantThatMakesAVirtualEnvironment() {
        var venv =
                " && \nexport PIP_DISABLE_PIP_VERSION_CHECK=1\ntmp=$(mktemp -d)\n"
                        + "python3 -m venv \"$tmp/venv\" --system-site-packages\n"
                        + ". \"$tmp/venv/bin/activate\"\n"
                        + " python3 -m pip install --quiet ";

        var prelude = read(HEAD + "'minio'" + venv + "'kfp==2.9.0' '--no-deps'" + TAIL);

        assertThat(prelude.requirements()).containsExactly("minio", "kfp==2.9.0 --no-deps");
    }

    @Test
    void readsWhatTheFirstReleasesOfVersion2Install() {
        var run = "python3 -m kfp.components.executor_main --component_module_path \"$0\"\n";

        var prelude =
                PipPrelude.of(
                        List.of("sh", "-c", HEAD + "'kfp==2.0.1'" + TAIL, "sh", "-ec", run, "#"));

        assertThat(prelude.requirements()).containsExactly("kfp==2.0.1");
    }

    @Test
    void findsNothingInACommandWithoutPip() {
        var prelude = PipPrelude.of(List.of("sh", "-ec", RUN, "def f(): ..."));

        assertThat(prelude).isEqualTo(new PipPrelude(List.of(), List.of()));
    }

    @Test
    void doesNotReadTheSourceOfTheComponent() {
        var prelude = PipPrelude.of(List.of("sh", "-ec", RUN, "# pip install evil\n"));

        assertThat(prelude.requirements()).isEmpty();
    }

    private static PipPrelude read(String script) {
        return PipPrelude.of(List.of("sh", "-c", script, "sh", "-ec", RUN, "def f(): ..."));
    }
}
