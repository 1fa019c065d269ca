package org.mentoringroadmap.roadmap.check;

import java.nio.charset.StandardCharsets;

/**
 * One resource of a deployment.
 *
 * @param name file name; folders before it are ignored, since the engine keeps the bare name only
 * @param bytes content
 */
public record ModelFile(String name, byte[] bytes) {

    /** A file with the text in UTF-8. */
    public static ModelFile of(String name, String text) {
        return new ModelFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
