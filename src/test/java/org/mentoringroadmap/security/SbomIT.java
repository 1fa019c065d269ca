package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar says of itself what it is made of, so that it can be compared with lists of known holes. */
class SbomIT {
    private static final String LIST = "META-INF/sbom/application.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    @Test
    void theListNamesEveryLibraryInTheJarWithItsVersion() throws IOException {
        try (JarFile jar =
                new JarFile(Path.of("target", "mentoring-roadmap.jar").toFile())) {
            Set<String> named = new TreeSet<>();
            JsonNode list = read(jar);
            list.path("components")
                    .forEach(part -> named.add(part.path("name").asText() + "-"
                            + part.path("version").asText()));

            assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
            assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Format"))
                    .isEqualTo("CycloneDX");
            assertThat(libraries(jar))
                    .isNotEmpty()
                    .allSatisfy(library -> assertThat(named)
                            .as(library)
                            .anyMatch(part -> library.equals(part) || library.startsWith(part + "-")));
            assertThat(named).noneMatch(part -> part.startsWith("junit") || part.startsWith("playwright"));
        }
    }

    private static JsonNode read(JarFile jar) throws IOException {
        String place = jar.getManifest().getMainAttributes().getValue("Sbom-Location");
        assertThat(place).endsWith(LIST);
        try (InputStream content = jar.getInputStream(jar.getEntry(place))) {
            return new ObjectMapper().readTree(content);
        }
    }

    private static List<String> libraries(JarFile jar) {
        List<String> libraries = new ArrayList<>();
        jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .filter(name -> !name.contains("spring-boot-jarmode-tools"))
                .map(name -> name.substring(LIBRARIES.length(), name.length() - ".jar".length()))
                .forEach(libraries::add);
        return libraries;
    }
}
