package io.github.binnacle.localengine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {
    @ParameterizedTest
    @CsvSource({
        "python:3.11, 3.11",
        "python:3.9-slim-bookworm, 3.9",
        "python:3.12.4, 3.12",
        "python:3.14rc1-slim, 3.14",
        "docker.io/library/python:3.13, 3.13",
        "docker.io/python:3.13, 3.13",
        "index.docker.io/library/python:3.13, 3.13",
        "public.ecr.aws/docker/library/python:3.10, 3.10",
        "mirror.example.com:5000/library/python:3.10, 3.10",
        "'python@sha256:0123', ''",
        "'python:3.11@sha256:0123', 3.11",
        "python, ''",
        "python:3, ''",
        "python:alpine3.9, ''",
        "registry.access.redhat.com/ubi9/python-311:latest, 3.11",
        "registry.redhat.io/ubi8/python-39, 3.9",
    })
    void plainPythonImagesTellTheirVersion(String image, String version) {
        assertThat(ImageName.of(image).plainPython()).isEqualTo(Optional.of(version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.example.com/team/python:3.11",
                "pythonistas/python:3.11",
                "tensorflow/tensorflow:2.16",
                "registry.example.com:5000/train",
                "ghcr.io/team/python-311"
            })
    void otherImagesAreNotPlainPython(String image) {
        assertThat(ImageName.of(image).plainPython()).isEmpty();
    }
}
