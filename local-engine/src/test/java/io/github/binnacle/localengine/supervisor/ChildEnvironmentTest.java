package io.github.binnacle.localengine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildEnvironmentTest {
    @Test
    void passesOnWhatProgramsNeedAndNothingElse() {
        var environment =
                Map.of(
                        "PATH", "/usr/bin",
                        "LC_ALL", "C.UTF-8",
                        "https_proxy", "http://proxy:3128",
                        "KUBECONFIG", "/home/me/.kube/config",
                        "GITHUB_TOKEN", "secret",
                        "AWS_SECRET_ACCESS_KEY", "secret",
                        "PYTHONPATH", "/somewhere");

        assertThat(ChildEnvironment.of(environment))
                .containsOnlyKeys("PATH", "LC_ALL", "https_proxy");
    }
}
