package org.mentoringroadmap.roadmap.check;

import java.util.List;
import java.util.Locale;

/**
 * Tells the kinds of deployed files apart, by the suffixes that the engine goes by. It asks for no dot before them: a file
 * {@code stagebpmn} is a model to it, and so it must be to whoever checks models. It asks for small letters: a file
 * {@code stage.BPMN} it would keep and never read.
 */
final class FileNames {

    private static final List<String> BPMN = List.of("bpmn20.xml", "bpmn");
    private static final List<String> DMN = List.of("dmn11.xml", "dmn");
    private static final List<String> FORM = List.of("form");

    private FileNames() {}

    static boolean isBpmn(String name) {
        return endsWithOne(name, BPMN);
    }

    static boolean isDmn(String name) {
        return endsWithOne(name, DMN);
    }

    static boolean isForm(String name) {
        return endsWithOne(name, FORM);
    }

    /** The name without folders. */
    static String bare(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** The name without folders and suffix, which is the id of what the file holds. */
    static String stem(String name) {
        String bare = bare(name);
        for (List<String> suffixes : List.of(BPMN, DMN, FORM)) {
            for (String suffix : suffixes) {
                if (bare.toLowerCase(Locale.ROOT).endsWith(suffix)) {
                    return bare.substring(0, bare.length() - suffix.length()).replaceFirst("\\.$", "");
                }
            }
        }
        return bare;
    }

    private static boolean endsWithOne(String name, List<String> suffixes) {
        return suffixes.stream().anyMatch(name::endsWith);
    }
}
